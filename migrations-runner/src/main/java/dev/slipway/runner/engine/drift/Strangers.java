package dev.slipway.runner.engine.drift;

import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Difference;
import dev.slipway.runner.model.schema.Namespace;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What lies in schemas that no script knows. A run does not mind it; who asks for drift wants to know of it.
final class Strangers {
    private Strangers() {}

    /// @param found what a run would refuse
    /// @param all every difference there is
    static List<Difference> with(List<Difference> found, List<Difference> all, Manifest manifest) {
        Set<String> known = manifest.revisions().values().stream()
                .flatMap(revision -> revision.changes().stream())
                .flatMap(change -> Namespace.of(change.key()).stream())
                .collect(Collectors.toSet());
        Stream<Difference> strangers = all.stream()
                .filter(difference -> difference.proved() == null)
                .filter(difference -> Namespace.of(difference.key())
                        .filter(schema -> !known.contains(schema))
                        .isPresent());
        return Stream.concat(found.stream(), strangers)
                .distinct()
                .sorted(Comparator.comparing(Difference::key))
                .toList();
    }
}
