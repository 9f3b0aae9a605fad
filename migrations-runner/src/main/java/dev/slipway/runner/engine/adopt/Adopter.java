package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.HistoryCheck;
import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.history.NewerRevisions;
import dev.slipway.runner.engine.history.UnmanagedTables;
import dev.slipway.runner.engine.lock.LockWait;
import dev.slipway.runner.engine.proof.ProvedComparison;
import dev.slipway.runner.engine.proof.ProvedHome;
import dev.slipway.runner.engine.proof.SchemaUnknown;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.schema.AcceptedDrift;
import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.catalog.ReadOnlySnapshot;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.FingerprintKeeper;
import dev.slipway.runner.postgres.history.FingerprintTable;
import dev.slipway.runner.postgres.history.HistoryPlace;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.lock.RunLock;
import dev.slipway.runner.postgres.schema.LiveSchema;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/// Finds out by its schema where a database is that was made without Slipway, and records it.
///
/// Nothing is guessed: a position is recorded only if every object is as it was proved there, and only if no other
/// position has the same schema, unless Alembic or the caller says which of them it is.
public final class Adopter {
    private static final Set<ObjectKind> RELATIONS =
            EnumSet.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.SEQUENCE);

    private final Session session;
    private final AdoptRequest request;
    private final RevisionGraph graph;
    private final Progress progress;

    private Adopter(Session session, AdoptRequest request, Progress progress) {
        this.session = session;
        this.request = request;
        this.graph = request.graph();
        this.progress = progress;
    }

    /// @throws SlipwayException if the schema matches no revision, several, or another than is said
    public static AdoptResult adopt(Session session, AdoptRequest request, Progress progress) {
        return new Adopter(session, request, progress).adopt();
    }

    private AdoptResult adopt() {
        refuseIgnoringOurs();
        HistoryPlace place = HistorySearch.find(session, request.historyTable(), graph.scripts(), progress)
                .place();
        HistoryTable table = new HistoryTable(session, place);
        return LockWait.holding(
                new RunLock(session, table), request.runLockTimeout(), progress, () -> underLock(table));
    }

    private AdoptResult underLock(HistoryTable table) {
        Optional<History> history = HistorySearch.again(session, table.place())
                .found()
                .filter(found -> !found.versions().isEmpty());
        if (history.isPresent()) {
            return managed(table, history.get());
        }
        ProvedHome home = ProvedHome.of(request.manifest(), graph, new LiveSchema(session, table))
                .orElseThrow(() -> new SlipwayException(new SchemaUnknown(session.database(), table.schema())));
        List<Version> named = request.named();
        if (isEmpty(home) && (named == null || named.isEmpty())) {
            return AdoptResult.empty(session.database());
        }
        return record(table, ReadOnlySnapshot.during(session, () -> SchemaMatch.of(home, request)));
    }

    /// A history in which nothing is recorded may be there.
    private boolean isEmpty(ProvedHome home) {
        Set<String> schemas = ProvedComparison.schemas(home.manifest());
        return UnmanagedTables.in(session, List.of(home.schema())).stream().allMatch(request.historyTable()::equals)
                && DatabaseCall.query("read the schema", home.live()::read).objects().keySet().stream()
                        .filter(key -> RELATIONS.contains(key.kind()))
                        .noneMatch(key ->
                                Namespace.of(key).filter(schemas::contains).isPresent());
    }

    /// To ask twice does no harm, to ask for something else does. What an upgrade would refuse is refused here.
    private AdoptResult managed(HistoryTable table, History history) {
        List<Version> ahead = NewerRevisions.ahead(graph, history);
        if (ahead.isEmpty()) {
            HistoryCheck.require(graph, history);
        }
        List<Version> position =
                ahead.isEmpty() ? new DatabaseState(graph, history).position() : graph.tips(graph.order());
        List<Version> named = request.named();
        if (named != null && !graph.tips(named).equals(position)) {
            throw new SlipwayException(new AdoptionNeedless(session.database(), position, ahead));
        }
        keepIgnored(
                table,
                (fingerprints, ignored) -> DatabaseCall.run(
                        "keep what is ignored", () -> fingerprints.ignore(history.nextRank() - 1, ignored)));
        return AdoptResult.managed(session.database(), position, ahead);
    }

    /// Later comparisons leave out what this one did.
    private void keepIgnored(HistoryTable table, BiConsumer<FingerprintTable, Set<String>> keeping) {
        if (request.ignoredSchemas().isEmpty() || request.dryRun()) {
            return;
        }
        FingerprintTable fingerprints = new FingerprintTable(session, table);
        boolean kept = DatabaseCall.query(
                "prepare the table of fingerprints", () -> fingerprints.prepare() && fingerprints.prepareAccepted());
        if (!kept) {
            progress.report(new Event.FingerprintNotKept(fingerprints.qualifiedName()));
            return;
        }
        keeping.accept(fingerprints, request.ignoredSchemas());
    }

    private void keepAdopted(HistoryTable table, FingerprintTable fingerprints, Set<String> ignored) {
        int rank = HistorySearch.again(session, table.place()).history().nextRank() - 1;
        LiveSchema live = new LiveSchema(session, table);
        DatabaseCall.run(
                "keep what is ignored",
                () -> new FingerprintKeeper(fingerprints, true)
                        .keepAlone(
                                session, rank, live.read().fingerprint(), new AcceptedDrift(new TreeMap<>(), ignored)));
    }

    /// What scripts make in a schema is not the business of others.
    private void refuseIgnoringOurs() {
        request.ignoredSchemas().stream()
                .filter(ProvedComparison.schemas(request.manifest())::contains)
                .findFirst()
                .ifPresent(schema -> {
                    throw new SlipwayException(new UsageFailure(
                            "--ignore-schema %s: the scripts make objects in schema \"%s\"".formatted(schema, schema),
                            "leave out only schemas that no script knows: `upgrade` compares all others"));
                });
    }

    private AdoptResult record(HistoryTable table, SchemaMatch examination) {
        RevisionCandidate found = examination.decide();
        List<Version> recorded = found.revisions();
        if (!request.dryRun()) {
            StampRequest stamp = new StampRequest(
                    graph, found.position(), Set.of(), false, request.historyTable(), request.runLockTimeout());
            Stamper.underLock(session, table, stamp, progress);
            keepIgnored(table, (fingerprints, ignored) -> keepAdopted(table, fingerprints, ignored));
        }
        return new AdoptResult(
                session.database(),
                request.dryRun() ? AdoptResult.Outcome.ADOPTABLE : AdoptResult.Outcome.ADOPTED,
                found.position(),
                List.of(),
                recorded,
                found.shared(),
                graph.scripts().repeatable().stream()
                        .map(Script.Repeatable::label)
                        .toList());
    }
}
