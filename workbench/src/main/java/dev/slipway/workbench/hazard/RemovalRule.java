package dev.slipway.workbench.hazard;

import dev.slipway.runner.engine.mapping.Model;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.sql.Quote;
import dev.slipway.workbench.trace.CatalogChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something that a service may know by its name is dropped or renamed, values of an enum included. An undo script is
/// meant to do that: it goes back to the model of its own time.
record RemovalRule(Script script, Model model) implements HazardRule {
    @Override
    public List<HazardSighting> sightings(StatementContext seen) {
        return script instanceof Script.Undo
                ? List.of()
                : Stream.concat(
                                seen.changes(CatalogChange.Gone.class).map(this::gone),
                                seen.changes(CatalogChange.ValuesGone.class).map(this::gone))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private Optional<HazardSighting> gone(CatalogChange.ValuesGone gone) {
        return of(
                "%s of %s takes %s no more"
                        .formatted(
                                gone.column(),
                                gone.table(),
                                gone.values().stream().map(Quote::literal).collect(Collectors.joining(", "))),
                false);
    }

    private Optional<HazardSighting> gone(CatalogChange.Gone gone) {
        String table = gone.table();
        return switch (gone) {
            case CatalogChange.Dropped dropped ->
                of("%s %s was dropped".formatted(dropped.kind().word(), table), isNamed(gone));
            case CatalogChange.Renamed renamed ->
                of("%s %s was renamed to %s".formatted(renamed.kind().word(), table, renamed.to()), isNamed(gone));
            case CatalogChange.ColumnDropped dropped ->
                of("column %s of %s was dropped".formatted(dropped.column(), table), isNamed(gone, dropped.column()));
            case CatalogChange.ColumnRenamed renamed ->
                of(
                        "column %s of %s was renamed to %s".formatted(renamed.column(), table, renamed.to()),
                        isNamed(gone, renamed.column()));
        };
    }

    private Optional<HazardSighting> of(String what, boolean named) {
        if (named) {
            return Optional.of(new HazardSighting(Hazard.MODEL_OBJECT_GONE, what + ", and the model still names it"));
        }
        return script.header().contract()
                ? Optional.empty()
                : Optional.of(new HazardSighting(Hazard.UNDECLARED_CONTRACT, what));
    }

    private boolean isNamed(CatalogChange.Gone gone) {
        return model.tables().stream().anyMatch(mapped -> isTable(mapped, gone));
    }

    private boolean isNamed(CatalogChange.Gone gone, String column) {
        return model.tables().stream()
                .filter(mapped -> isTable(mapped, gone))
                .flatMap(mapped -> mapped.allColumns().stream())
                .anyMatch(mapped -> mapped.name().equals(plain(column)));
    }

    private static boolean isTable(Model.Table mapped, CatalogChange.Gone gone) {
        return mapped.name().equals(gone.table()) || mapped.name().equals(gone.shortName());
    }

    /// A name without the quotes that SQL may ask for.
    private static String plain(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
