package dev.slipway.runner.engine.drift;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.DatabaseUnmanaged;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.history.HistoryCheck;
import dev.slipway.runner.engine.history.HistoryMissing;
import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.history.UnmanagedTables;
import dev.slipway.runner.engine.proof.DriftCheck;
import dev.slipway.runner.engine.proof.Proofs;
import dev.slipway.runner.engine.proof.ProvedComparison;
import dev.slipway.runner.engine.proof.SchemaUnknown;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.AcceptedDrift;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.model.schema.UnknownOption;
import dev.slipway.runner.postgres.catalog.ReadOnlySnapshot;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.schema.LiveSchema;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.List;

/// Compares the schema of a database with the proved one of its position, object by object. It changes nothing in it
/// and takes no lock.
public final class DriftDetector {
    private final Session session;
    private final DriftRequest request;
    private final RevisionGraph graph;
    private final HistoryTable table;
    private History history;

    private DriftDetector(Session session, DriftRequest request, FoundHistory found) {
        this.session = session;
        this.request = request;
        this.graph = request.graph();
        this.table = new HistoryTable(session, found.place());
        this.history = found.found().orElseThrow(this::withoutHistory);
    }

    /// @throws SlipwayException if there is no history, if it does not match the scripts, or if what was applied is not
    ///     proved
    public static DriftResult find(Session session, DriftRequest request, Progress progress) {
        FoundHistory found = HistorySearch.find(
                session, request.historyTable(), request.graph().scripts(), progress);
        DriftDetector drifter = new DriftDetector(session, request, found);
        DriftResult result = ReadOnlySnapshot.during(session, drifter::compare);
        return new ScratchComparison(session, request, drifter.history, progress).completed(result);
    }

    private Manifest manifest() {
        return Proofs.of(
                graph,
                request.manifest().get(),
                new DatabaseState(graph, history)
                        .applied().stream().map(graph::script).toList(),
                () -> LastRun.lines(new LiveSchema(session, table)));
    }

    private DriftResult compare() {
        history = HistorySearch.again(session, table.place()).history();
        HistoryCheck.require(graph, history);
        Manifest manifest = manifest();
        ExpectedSchema expected = ExpectedSchema.of(graph, manifest, history);
        Schema live = ProvedComparison.named(
                manifest,
                expected.schema(),
                DatabaseCall.query("read the schema", () -> SchemaReader.read(session, request.scope(false))));
        List<SchemaDifference> found = new DriftCheck(manifest, graph, history, table.schema())
                .differences(live)
                .orElseThrow(() -> new SlipwayException(new SchemaUnknown(session.database(), table.schema())));
        List<SchemaDifference> all = UnmanagedObjects.with(found, expected.between(live), manifest, live).stream()
                .filter(this::isCompared)
                .toList();
        AcceptedDrift accepted = DatabaseCall.query(
                "read what is accepted",
                () -> new LiveSchema(session, table).fingerprints().lastAccepted());
        return new DriftResult(
                session.database(),
                new DatabaseState(graph, history).position(),
                expected.objects(),
                all.stream().filter(difference -> !accepted.covers(difference)).toList(),
                all.stream().filter(accepted::covers).toList(),
                expected.notCompared(),
                request.verbose() ? expected.varying() : List.of(),
                request.verbose() ? unknownOptions() : List.of(),
                null,
                List.of());
    }

    private List<UnknownOption> unknownOptions() {
        return DatabaseCall.query(
                "read the unknown options", () -> SchemaReader.unknownOptions(session, request.scope(false)));
    }

    private boolean isCompared(SchemaDifference difference) {
        if (difference.kind() == ObjectKind.SCHEMA && difference.proved() == null && isGiven(difference)) {
            return false;
        }
        return Namespace.of(difference.key())
                .filter(request.ignoredSchemas()::contains)
                .isEmpty();
    }

    /// Whether it is a schema that is made with the history.
    private boolean isGiven(SchemaDifference schema) {
        return Namespace.of(schema.key())
                .filter(name ->
                        name.equals(table.schema()) || session.madeSchemas().contains(name))
                .isPresent();
    }

    private SlipwayException withoutHistory() {
        List<String> relations = UnmanagedTables.in(session, List.of(table.schema()));
        return new SlipwayException(
                relations.isEmpty()
                        ? new HistoryMissing(session.database())
                        : new DatabaseUnmanaged(session.database(), relations));
    }
}
