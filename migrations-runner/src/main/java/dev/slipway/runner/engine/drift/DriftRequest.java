package dev.slipway.runner.engine.drift;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.scratch.ScratchRequest;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.schema.SchemaScope;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// What is compared with what.
///
/// @param manifest asked for only if there is a history to compare with it
/// @param ignoredSchemas schemas that others look after
/// @param ignoredTables tables of other tools, qualified
/// @param grants whether rights are compared as well; the manifest has none, so that a scratch database is needed
/// @param verbose whether what is left out is named
/// @param scratch where that can be made
/// @param schemas the only ones that are compared, or none if all are
public record DriftRequest(
        RevisionGraph graph,
        Supplier<Optional<Manifest>> manifest,
        Function<Session, Placeholders> placeholders,
        Set<String> ignoredSchemas,
        Set<String> ignoredTables,
        boolean grants,
        boolean verbose,
        String historyTable,
        ScratchRequest scratch,
        Set<String> schemas) {
    public DriftRequest {
        ignoredSchemas = Set.copyOf(ignoredSchemas);
        ignoredTables = Set.copyOf(ignoredTables);
        schemas = Set.copyOf(schemas);
    }

    public DriftRequest(
            RevisionGraph graph,
            Supplier<Optional<Manifest>> manifest,
            Function<Session, Placeholders> placeholders,
            Set<String> ignoredSchemas,
            boolean grants,
            boolean verbose,
            String historyTable,
            ScratchRequest scratch) {
        this(graph, manifest, placeholders, ignoredSchemas, Set.of(), grants, verbose, historyTable, scratch, Set.of());
    }

    /// The same without what is none of ours.
    DriftRequest leavingOut(Set<String> others, Set<String> tables) {
        return new DriftRequest(
                graph, manifest, placeholders, others, tables, grants, verbose, historyTable, scratch, schemas);
    }

    /// The same for one schema alone.
    DriftRequest in(String schema) {
        return new DriftRequest(
                graph,
                manifest,
                placeholders,
                ignoredSchemas,
                ignoredTables,
                grants,
                verbose,
                historyTable,
                scratch.in(schema),
                Set.of(schema));
    }

    /// What is read of a database.
    SchemaScope scope(boolean withGrants) {
        return new SchemaScope(historyTable, ignoredSchemas, ignoredTables, withGrants, schemas);
    }
}
