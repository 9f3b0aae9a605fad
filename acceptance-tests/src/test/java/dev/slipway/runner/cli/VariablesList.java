package dev.slipway.runner.cli;

import dev.slipway.runner.command.PinnedTarget;
import java.util.Set;
import java.util.TreeSet;

/// The list of variables that the program knows, read from the command line's own model.
final class VariablesList {
    private VariablesList() {}

    static GeneratedDocument render() {
        Set<String> names = new TreeSet<>(Set.of(PinnedTarget.VARIABLE, TerminationLog.VARIABLE));
        CommandModel.commands().stream()
                .flatMap(command -> command.options().stream())
                .filter(option -> !EnvironmentOptions.isHelp(option))
                .map(EnvironmentOptions::variable)
                .filter(name -> name.startsWith(EnvironmentOptions.PREFIX))
                .forEach(names::add);
        return new GeneratedDocument(
                "migrations-runner/src/main/resources/dev/slipway/runner/cli/" + UnknownVariables.KNOWN,
                String.join("\n", names) + "\n");
    }
}
