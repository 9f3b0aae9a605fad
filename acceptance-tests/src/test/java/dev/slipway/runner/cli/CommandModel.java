package dev.slipway.runner.cli;

import dev.slipway.runner.command.Context;
import dev.slipway.runner.command.FlywaySettings;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The command line's own model of its commands.
final class CommandModel {
    private static final List<CommandSpec> COMMANDS = new LinkedHashSet<>(
                    commandLine().getSubcommands().values())
            .stream()
                    .map(CommandLine::getCommandSpec)
                    .filter(spec -> !spec.name().equals("help"))
                    .toList();

    private CommandModel() {}

    static CommandLine commandLine() {
        return Commands.create(new Context(
                Map.of(),
                FlywaySettings.NONE,
                _ -> {},
                _ -> {},
                _ -> {},
                _ -> {},
                new AtomicReference<>(),
                (_, _) -> Optional.empty(),
                InputStream.nullInputStream()));
    }

    /// All commands but `help`, in the order of the list.
    static List<CommandSpec> commands() {
        return COMMANDS;
    }

    /// What the help says between the options and the examples, each paragraph in one line.
    static List<String> paragraphs(CommandSpec command) {
        String text = Arrays.stream(command.usageMessage().footer())
                .takeWhile(line -> !line.equals("Examples:"))
                .collect(Collectors.joining("\n"));
        return Arrays.stream(text.strip().split("\n{2,}"))
                .map(paragraph -> paragraph.replace('\n', ' ').strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /// The lines under `Examples:`, without what they are set in by.
    static List<String> examples(CommandSpec command) {
        return Arrays.stream(command.usageMessage().footer())
                .filter(line -> line.startsWith("  "))
                .map(String::strip)
                .toList();
    }
}
