package dev.slipway.runner.engine.drift;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.DatabaseUnmanaged;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.history.HistoryCheck;
import dev.slipway.runner.engine.history.HistoryMissing;
import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.history.NewerRevisions;
import dev.slipway.runner.engine.history.UnmanagedTables;
import dev.slipway.runner.engine.proof.DriftCheck;
import dev.slipway.runner.engine.proof.LastRun;
import dev.slipway.runner.engine.proof.NewerSchema;
import dev.slipway.runner.engine.proof.OtherTools;
import dev.slipway.runner.engine.proof.Proofs;
import dev.slipway.runner.engine.proof.ProvedComparison;
import dev.slipway.runner.engine.proof.ProvedHome;
import dev.slipway.runner.engine.proof.SchemaUnknown;
import dev.slipway.runner.model.Version;
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
import java.util.Set;
import java.util.TreeSet;

/// Compares the schema of a database with the proved one of its position, object by object. It changes nothing in it
/// and takes no lock.
public final class DriftDetector {
    private final Session session;
    private DriftRequest request;
    private final RevisionGraph graph;
    private final HistoryTable table;
    private History history;
    private UnmanagedObjects unmanaged = UnmanagedObjects.of(Manifest.EMPTY, Schema.EMPTY);

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
        DriftDetector drifter = of(session, request, progress);
        DriftResult result = ReadOnlySnapshot.during(session, drifter::compare);
        return result.ahead().isEmpty()
                ? new ScratchComparison(session, drifter.request, drifter.history, drifter.unmanaged, progress)
                        .completed(result)
                : result;
    }

    /// The same without the SQL that mends it, and so without a scratch database.
    public static DriftResult findAlone(Session session, DriftRequest request, Progress progress) {
        return ReadOnlySnapshot.during(session, of(session, request, progress)::compare);
    }

    private static DriftDetector of(Session session, DriftRequest request, Progress progress) {
        FoundHistory found = HistorySearch.find(
                session, request.historyTable(), request.graph().scripts(), progress);
        return new DriftDetector(session, request, found);
    }

    private Manifest manifest() {
        return Proofs.of(
                graph,
                request.manifest().get(),
                new DatabaseState(graph, history)
                        .applied().stream().map(graph::script).toList(),
                () -> LastRunText.lines(new LiveSchema(session, table)));
    }

    private DriftResult compare() {
        history = HistorySearch.again(session, table.place()).history();
        List<Version> ahead = NewerRevisions.ahead(graph, history);
        if (!ahead.isEmpty()) {
            return ahead(ahead);
        }
        HistoryCheck.require(graph, history);
        Manifest manifest = manifest();
        AcceptedDrift accepted = DatabaseCall.query(
                "read what is accepted",
                () -> new LiveSchema(session, table).fingerprints().lastAccepted());
        ProvedHome home = ProvedHome.of(manifest, graph, new LiveSchema(session, table))
                .orElseThrow(() -> new SlipwayException(new SchemaUnknown(session.database(), table.schema())));
        home.live().schemas().forEach(schema -> request = request.in(schema));
        leaveOut(accepted, home.manifest());
        return compare(home.manifest(), accepted);
    }

    private DriftResult compare(Manifest manifest, AcceptedDrift accepted) {
        ExpectedSchema expected = ExpectedSchema.of(graph, manifest, history);
        Schema live = ProvedComparison.named(
                manifest,
                expected.schema(),
                DatabaseCall.query("read the schema", () -> SchemaReader.read(session, request.scope(false))));
        List<SchemaDifference> found = new DriftCheck(manifest, graph, history, table.schema())
                .differences(live)
                .orElseThrow();
        unmanaged = UnmanagedObjects.of(manifest, live);
        List<SchemaDifference> all = unmanaged.with(found, expected.between(live)).stream()
                .filter(difference -> isCompared(difference, live))
                .toList();
        return new DriftResult(
                session.database(),
                table.schema(),
                new DatabaseState(graph, history).position(),
                List.of(),
                expected.objects(),
                all.stream().filter(difference -> !accepted.covers(difference)).toList(),
                all.stream().filter(accepted::covers).toList(),
                expected.notCompared(),
                request.verbose() ? expected.varying() : List.of(),
                request.verbose() ? unknownOptions() : List.of(),
                null,
                remarks(accepted));
    }

    private void leaveOut(AcceptedDrift accepted, Manifest manifest) {
        Set<String> schemas = new TreeSet<>(accepted.schemas());
        schemas.addAll(request.ignoredSchemas());
        request = request.leavingOut(schemas, OtherTools.tables(manifest, table.schema()));
    }

    private static List<String> remarks(AcceptedDrift accepted) {
        return accepted.schemas().isEmpty()
                ? List.of()
                : List.of("not compared, as `adopt` was told: schema " + String.join(", ", accepted.schemas()));
    }

    /// Only the run of the newer scripts knew the schema, and left its fingerprint.
    private DriftResult ahead(List<Version> ahead) {
        LiveSchema live = new LiveSchema(session, table);
        return switch (LastRun.of(live)) {
            case LastRun.Unchanged(Schema now) ->
                DriftResult.ahead(
                        session.database(),
                        table.schema(),
                        new DatabaseState(graph, history).position(),
                        ahead,
                        now.objects().size());
            case LastRun.Changed _ -> throw new SlipwayException(new NewerSchema(session.database(), ahead, true));
            case LastRun.Unknown _ -> throw new SlipwayException(new NewerSchema(session.database(), ahead, false));
        };
    }

    private List<UnknownOption> unknownOptions() {
        return DatabaseCall.query(
                "read the unknown options", () -> SchemaReader.unknownOptions(session, request.scope(false)));
    }

    private boolean isCompared(SchemaDifference difference, Schema live) {
        if (difference.kind() == ObjectKind.SCHEMA && difference.proved() == null && isGiven(difference, live)) {
            return false;
        }
        return Namespace.of(difference.key())
                .filter(request.ignoredSchemas()::contains)
                .isEmpty();
    }

    /// Whether it is a schema that is made with the history, or for an extension.
    private boolean isGiven(SchemaDifference schema, Schema live) {
        return Namespace.of(schema.key())
                .filter(name -> table.schemas().contains(name)
                        || OtherTools.schemasOfExtensions(live).contains(name))
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
