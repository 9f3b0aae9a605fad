package dev.slipway.runner.engine.drift;

import dev.slipway.runner.engine.proof.DependentTables;
import dev.slipway.runner.engine.proof.ProvedComparison;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.postgres.sql.Quote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What lies in schemas that no script knows, and partitions that none made. A run does not mind them; who asks for
/// drift wants to know of them. Others made them, and may need them, so no SQL is offered that drops them.
///
/// @param schemas those that scripts know
record UnmanagedObjects(Set<String> schemas, DependentTables partitions) {
    static UnmanagedObjects of(Manifest manifest, Schema live) {
        return new UnmanagedObjects(
                ProvedComparison.schemas(manifest), DependentTables.partitions(live, ProvedComparison.known(manifest)));
    }

    /// @param found what a run would refuse
    /// @param all every difference there is
    List<SchemaDifference> with(List<SchemaDifference> found, List<SchemaDifference> all) {
        return Stream.concat(found.stream(), all.stream().filter(this::have))
                .distinct()
                .sorted(Comparator.comparing(SchemaDifference::key))
                .toList();
    }

    /// The differences that are drift of what scripts made.
    List<SchemaDifference> without(List<SchemaDifference> differences) {
        return differences.stream().filter(Predicate.not(this::have)).toList();
    }

    /// For which of the differences no SQL is offered, in words.
    List<String> remarks(List<SchemaDifference> differences) {
        List<String> remarks = new ArrayList<>();
        Set<String> foreign = differences.stream()
                .filter(this::isElsewhere)
                .flatMap(difference -> Namespace.of(difference.key()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!foreign.isEmpty()) {
            remarks.add(("no SQL is offered for schema %s, in which no script works: if others look after it, "
                            + "leave it out with --ignore-schema %s")
                    .formatted(
                            foreign.stream().map(Quote::identifier).collect(Collectors.joining(", ")),
                            String.join(",", foreign)));
        }
        String tables = differences.stream()
                .filter(difference -> difference.kind() == ObjectKind.TABLE && isOfPartition(difference))
                .map(SchemaDifference::name)
                .collect(Collectors.joining(", "));
        if (!tables.isEmpty()) {
            remarks.add("no SQL is offered for partitions that no script made: " + tables);
        }
        return remarks;
    }

    private boolean have(SchemaDifference difference) {
        return isElsewhere(difference) || isOfPartition(difference);
    }

    private boolean isElsewhere(SchemaDifference difference) {
        return difference.proved() == null
                && Namespace.of(difference.key())
                        .filter(schema -> !schemas.contains(schema))
                        .isPresent();
    }

    private boolean isOfPartition(SchemaDifference difference) {
        return difference.proved() == null
                && partitions.have(difference.key(), Objects.requireNonNullElse(difference.live(), ""));
    }
}
