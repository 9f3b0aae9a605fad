package dev.slipway.runner.command;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        description = {
            "Prints a script that completes commands and options in a shell.",
            "Put the line of the example into ~/.bashrc or ~/.zshrc."
        },
        footer = {
            "",
            "Examples:",
            "  eval \"$(slipway completion bash)\"",
            "  eval \"$(slipway completion zsh)\"",
            "  slipway completion bash > /etc/bash_completion.d/slipway"
        })
final class CompletionCommand implements Callable<Report> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", completionCandidates = Shells.class, description = "bash or zsh")
    private Shell shell = Shell.BASH;

    enum Shell {
        BASH,
        ZSH
    }

    /// As people write them.
    static final class Shells implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("bash", "zsh").iterator();
        }
    }

    /// @param script for the shell to evaluate
    record Completion(Shell shell, String script) {}

    @Override
    public Report call() {
        CommandLine root = spec.root().commandLine();
        Completion completion = new Completion(shell, AutoComplete.bash(root.getCommandName(), root));
        return Report.done(completion, completion.script().stripTrailing());
    }
}
