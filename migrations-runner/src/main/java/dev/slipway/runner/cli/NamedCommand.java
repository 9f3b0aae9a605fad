package dev.slipway.runner.cli;

import dev.slipway.runner.command.RootCommand;
import dev.slipway.runner.command.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/// The class of the command that a command line begins with.
final class NamedCommand {
    /// Commands that speak of all others.
    private static final Set<String> GENERAL = Set.of("help", "completion");

    private NamedCommand() {}

    /// Empty if the first argument names no command, or one that must know the others.
    static Optional<Class<?>> in(List<String> arguments) {
        return arguments.stream()
                .findFirst()
                .filter(word -> !GENERAL.contains(word))
                .flatMap(word -> in(
                                word,
                                List.of(RootCommand.class
                                        .getAnnotation(Command.class)
                                        .subcommands()))
                        .or(() -> in(word, Workbench.find().commands())));
    }

    /// The class that is called like the command is looked at first: to read the annotations of all takes longer than
    /// all else that happens before the database is asked.
    private static Optional<Class<?>> in(String word, List<Class<?>> commands) {
        String likely = word.replace("-", "") + "command";
        return Stream.concat(
                        commands.stream().filter(type -> type.getSimpleName().equalsIgnoreCase(likely)),
                        commands.stream())
                .filter(type -> isNamed(type.getAnnotation(Command.class), word))
                .findFirst();
    }

    private static boolean isNamed(Command command, String word) {
        return command.name().equals(word) || List.of(command.aliases()).contains(word);
    }
}
