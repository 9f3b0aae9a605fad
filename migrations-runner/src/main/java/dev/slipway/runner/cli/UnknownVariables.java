package dev.slipway.runner.cli;

import dev.slipway.runner.model.NearMiss;
import dev.slipway.runner.model.TextResource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Warns of `SLIPWAY_` variables that nothing reads.
final class UnknownVariables {
    /// The names of all variables, a line each: to set up every command to ask for them takes longer than a run with
    /// nothing to do.
    static final String KNOWN = "variables.txt";

    private static final String PLACEHOLDER = "SLIPWAY_PLACEHOLDER_";
    private static final String TEST = "SLIPWAY_TEST_";

    private UnknownVariables() {}

    static void warn(Map<String, String> environment, Output output) {
        Set<String> given = environment.keySet().stream()
                .filter(name -> name.startsWith(EnvironmentOptions.PREFIX))
                .filter(name -> !name.startsWith(PLACEHOLDER) && !name.startsWith(TEST))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = given.isEmpty() ? Set.of() : known();
        given.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> output.warning("variable %s is not known%s"
                        .formatted(
                                name,
                                NearMiss.of(name, known)
                                        .map(meant -> ": did you mean %s?".formatted(meant))
                                        .orElse(""))));
    }

    private static Set<String> known() {
        return TextResource.read(UnknownVariables.class, KNOWN).lines().collect(Collectors.toCollection(TreeSet::new));
    }
}
