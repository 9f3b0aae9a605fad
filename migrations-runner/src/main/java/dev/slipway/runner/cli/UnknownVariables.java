package dev.slipway.runner.cli;

import dev.slipway.runner.command.PinnedTarget;
import dev.slipway.runner.model.NearMiss;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;

/// Warns of `SLIPWAY_` variables that nothing reads.
final class UnknownVariables {
    private static final String PLACEHOLDER = "SLIPWAY_PLACEHOLDER_";
    private static final String TEST = "SLIPWAY_TEST_";

    private UnknownVariables() {}

    /// @param commandLine asked only if there is such a variable
    static void warn(Map<String, String> environment, Supplier<CommandLine> commandLine, Output output) {
        Set<String> given = environment.keySet().stream()
                .filter(name -> name.startsWith(EnvironmentOptions.PREFIX))
                .filter(name -> !name.startsWith(PLACEHOLDER)
                        && !name.startsWith(TEST)
                        && !name.equals(TerminationLog.VARIABLE))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = given.isEmpty() ? Set.of() : known(commandLine.get());
        given.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> output.warning("variable %s is not known%s"
                        .formatted(
                                name,
                                NearMiss.of(name, known)
                                        .map(meant -> ": did you mean %s?".formatted(meant))
                                        .orElse(""))));
    }

    private static Set<String> known(CommandLine commandLine) {
        Set<String> known = commandLine.getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .filter(option -> !EnvironmentOptions.isHelp(option))
                .map(EnvironmentOptions::variable)
                .collect(Collectors.toCollection(TreeSet::new));
        known.add(PinnedTarget.VARIABLE);
        return known;
    }
}
