package dev.slipway.runner.engine.drift;

import dev.slipway.runner.engine.proof.DependentTables;
import dev.slipway.runner.engine.proof.ProvedComparison;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// What lies in schemas that no script knows, and partitions that none made. A run does not mind them; who asks for
/// drift wants to know of them.
final class UnmanagedObjects {
    private UnmanagedObjects() {}

    /// @param found what a run would refuse
    /// @param all every difference there is
    static List<SchemaDifference> with(
            List<SchemaDifference> found, List<SchemaDifference> all, Manifest manifest, Schema live) {
        Set<String> schemas = ProvedComparison.schemas(manifest);
        DependentTables partitions = DependentTables.partitions(live, ProvedComparison.known(manifest));
        Stream<SchemaDifference> strangers = all.stream()
                .filter(difference -> difference.proved() == null)
                .filter(difference -> Namespace.of(difference.key())
                                .filter(schema -> !schemas.contains(schema))
                                .isPresent()
                        || partitions.have(difference.key(), Objects.requireNonNullElse(difference.live(), "")));
        return Stream.concat(found.stream(), strangers)
                .distinct()
                .sorted(Comparator.comparing(SchemaDifference::key))
                .toList();
    }
}
