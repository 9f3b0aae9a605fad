package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.workbench.trace.CatalogChange.ConstraintAdded;
import dev.slipway.workbench.trace.CatalogChange.ConstraintValidated;
import dev.slipway.workbench.trace.ConstraintKind;
import dev.slipway.workbench.trace.RelationKind;
import dev.slipway.workbench.trace.ScriptTrace.File;
import dev.slipway.workbench.trace.ScriptTrace.Reading;
import dev.slipway.workbench.trace.ScriptTrace.Rows;
import java.util.List;
import java.util.stream.Stream;

/// A constraint is held to all rows, or builds its index, while its table is locked.
record ConstraintRule() implements HazardRule {
    @Override
    public List<HazardSighting> sightings(StatementContext seen) {
        return Stream.of(built(seen), added(seen), validated(seen), unnamed(seen))
                .flatMap(sightings -> sightings)
                .toList();
    }

    private static Stream<HazardSighting> built(StatementContext seen) {
        return seen.changes(ConstraintAdded.class)
                .filter(ConstraintAdded::builds)
                .map(added -> new HazardSighting(
                        added.kind() == ConstraintKind.EXCLUSION ? Hazard.BLOCKING_INDEX : Hazard.UNIQUE_WITHOUT_INDEX,
                        "%s was locked against reads and writes while the index of %s %s was built"
                                .formatted(added.table(), added.kind().word(), added.constraint())));
    }

    private static Stream<HazardSighting> added(StatementContext seen) {
        return seen.changes(ConstraintAdded.class)
                .filter(added -> isChecked(added.kind()) && added.validated())
                .filter(added -> isRead(seen, added.table()))
                .map(added -> checked(added.kind(), added.constraint(), added.table()));
    }

    /// Alone it locks nobody out, but the transaction may have done so before.
    private static Stream<HazardSighting> validated(StatementContext seen) {
        return seen.changes(ConstraintValidated.class)
                .filter(validated -> seen.blocksWrites(validated.table()))
                .map(validated -> checked(validated.kind(), validated.constraint(), validated.table()));
    }

    private static boolean isChecked(ConstraintKind kind) {
        return kind == ConstraintKind.CHECK || kind == ConstraintKind.FOREIGN_KEY;
    }

    /// A foreign key of a new column without values needs no check.
    private static boolean isRead(StatementContext seen, String table) {
        return seen.family(table).anyMatch(touched -> touched.reading() != Reading.NONE);
    }

    private static HazardSighting checked(ConstraintKind kind, String constraint, String table) {
        return new HazardSighting(
                Hazard.VALIDATING_CONSTRAINT,
                "%s was locked against writes while all its rows were held to %s %s"
                        .formatted(table, kind.word(), constraint));
    }

    /// The bounds of a partition and the checks of a domain are constraints as well.
    private static Stream<HazardSighting> unnamed(StatementContext seen) {
        if (!seen.now().changes().isEmpty()) {
            return Stream.of();
        }
        return seen.now().relations().stream()
                .filter(touched -> touched.kind() == RelationKind.TABLE && StatementContext.blocksWrites(touched))
                .filter(touched -> touched.reading() == Reading.WHOLE
                        && touched.file() == File.KEPT
                        && touched.rows() == Rows.NOT_WRITTEN)
                .map(touched -> new HazardSighting(
                        Hazard.VALIDATING_CONSTRAINT,
                        "%s was locked against writes while all its rows were checked".formatted(touched.relation())));
    }
}
