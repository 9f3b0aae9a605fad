package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.List;

/// Scripts that cannot be run as they are; all their faults at once.
public record ScriptsInvalid(List<ScriptProblem> problems) implements ScriptsFailure {
    public ScriptsInvalid {
        problems = List.copyOf(problems);
    }

    @Override
    public ExitCode exitCode() {
        return problems.stream().anyMatch(ScriptProblem::unusable) ? ExitCode.USAGE : ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return problems.size() == 1 ? "a script has a fault" : "the scripts have %d faults".formatted(problems.size());
    }

    @Override
    public List<String> details() {
        return problems.stream()
                .map(problem -> "%s: %s; %s".formatted(problem.where(), problem.what(), problem.help()))
                .toList();
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "correct what is named above and run the command again";
    }
}
