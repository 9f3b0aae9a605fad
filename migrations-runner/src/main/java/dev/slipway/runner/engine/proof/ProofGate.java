package dev.slipway.runner.engine.proof;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.engine.step.StepGuard;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.AcceptedDrift;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.FingerprintKeeper;
import dev.slipway.runner.postgres.history.FingerprintTable;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.schema.LiveSchema;
import dev.slipway.runner.postgres.schema.SchemaWatch;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets a run begin only with scripts that were proved, and on the schema that was proved. Without a manifest it lets
/// everything pass.
public final class ProofGate {
    private LiveSchema live;
    private final RevisionGraph graph;
    private final boolean acceptDrift;
    private final @Nullable Manifest manifest;
    private final Progress progress;
    private @Nullable String notCompared;
    private AcceptedDifferences acceptance = AcceptedDifferences.NONE;

    public ProofGate(
            Session session, HistoryTable table, RevisionGraph graph, ProofRequest request, Progress progress) {
        this.live = new LiveSchema(session, table);
        this.graph = graph;
        this.acceptDrift = request.acceptDrift();
        this.manifest = request.manifest().read().orElse(null);
        this.progress = progress;
    }

    /// @throws SlipwayException with `ScriptsUnproved` if a script that is to run does something else than was proved
    public void requireProved(List<Step> steps) {
        List<ScriptsUnproved.Unproved> unproved = unproved(graph, manifest, steps);
        if (!unproved.isEmpty()) {
            throw new SlipwayException(new ScriptsUnproved(unproved));
        }
    }

    /// The scripts of steps that do something else than was proved; none if there is no manifest.
    public static List<ScriptsUnproved.Unproved> unproved(
            RevisionGraph graph, @Nullable Manifest manifest, List<Step> steps) {
        if (manifest == null) {
            return List.of();
        }
        ProofCheck check = new ProofCheck(graph, manifest);
        return steps.stream()
                .map(Step::script)
                .flatMap(script -> unproved(check, script).stream())
                .toList();
    }

    private static Optional<ScriptsUnproved.Unproved> unproved(ProofCheck check, Script script) {
        Proof proof = check.of(script);
        return proof.holds()
                ? Optional.empty()
                : Optional.of(new ScriptsUnproved.Unproved(script.file().path(), proof.text()));
    }

    /// The undo scripts that are known not to lead back; none if there is no manifest.
    public List<NotRestored> notRestored(List<Script.Undo> scripts) {
        return manifest == null ? List.of() : NotRestored.among(scripts, manifest);
    }

    /// Compares the schema with the proved one, and watches over the scripts from now on.
    ///
    /// @throws SlipwayException with `SchemaDrifted`, unless drift is accepted
    public StepGuard open(History history, List<ResumableStep> resumables, Direction direction) {
        if (resumables.isEmpty()) {
            return StepGuard.NONE;
        }
        DriftBaseline beginning = begin(history).orElse(null);
        if (beginning == null) {
            return StepGuard.NONE;
        }
        SchemaWatch watch = DatabaseCall.query("read the schema", live::watch);
        acceptance = acceptance(beginning.drift(resumables, watch.schema()));
        if (!acceptance.drift().isEmpty() && !acceptDrift) {
            throw new SlipwayException(new SchemaDrifted(
                    live.session().database(),
                    new DatabaseState(graph, history).position(),
                    direction,
                    acceptance.drift()));
        }
        acceptance.drift().forEach(difference -> progress.report(new Event.Drifted(difference)));
        return new ProofGuard(
                watch,
                keeper(),
                beginning.expectations(acceptance.keys()),
                acceptance,
                new DatabaseState(graph, history).applied());
    }

    /// Accepts what differs although nothing is to run, and keeps it beside the last fingerprint.
    ///
    /// @throws SlipwayException with `AcceptanceNotKept`
    public ProofReport accept(History history) {
        begin(history).ifPresent(beginning -> accept(history, beginning));
        return report();
    }

    private void accept(History history, DriftBaseline beginning) {
        Schema schema = DatabaseCall.query("read the schema", live::read);
        acceptance = acceptance(beginning.drift(List.of(), schema));
        if (acceptance.drift().isEmpty() && notCompared == null) {
            return;
        }
        FingerprintKeeper keeper = prepared();
        if (!acceptance.drift().isEmpty() && !keeper.accepted()) {
            throw new SlipwayException(new AcceptanceNotKept(
                    live.session().database(), live.fingerprints().qualifiedName(), acceptance.drift()));
        }
        AcceptedDrift accepted =
                beginning.expectations(acceptance.keys()).comparison().accepted(() -> schema);
        DatabaseCall.run(
                "keep what is accepted",
                () -> keeper.keepAlone(live.session(), history.nextRank() - 1, schema.fingerprint(), accepted));
        acceptance.drift().forEach(difference -> progress.report(new Event.Accepted(difference)));
    }

    /// What the database should look like, or nothing if nobody knows.
    private Optional<DriftBaseline> begin(History history) {
        graph.formerTexts().met().forEach(script -> progress.report(new Event.Reworded(script)));
        if (manifest == null) {
            notCompared = ProofReport.NO_MANIFEST;
            return Optional.empty();
        }
        String schema = live.table().schema();
        ProvedHome home = ProvedHome.of(manifest, graph, live).orElse(null);
        if (home == null) {
            notCompared = "not verified in schema \"%s\": scripts name schema public".formatted(schema);
            return Optional.empty();
        }
        live = home.live();
        DriftBaseline beginning = new DriftBaseline(home.manifest(), graph, history, schema);
        notCompared = beginning.unproved().orElse(null);
        return Optional.of(beginning);
    }

    private AcceptedDifferences acceptance(List<SchemaDifference> differences) {
        AcceptedDrift before = DatabaseCall.query(
                "read what is accepted", () -> live.fingerprints().lastAccepted());
        return AcceptedDifferences.of(differences, before, notCompared == null, acceptDrift ? progress : null);
    }

    private FingerprintKeeper keeper() {
        FingerprintKeeper keeper = prepared();
        String table = live.fingerprints().qualifiedName();
        if (keeper.table() == null) {
            progress.report(new Event.FingerprintNotKept(table));
        } else if (accepts() && !keeper.accepted()) {
            progress.report(new Event.AcceptedNotKept(table));
        }
        return keeper;
    }

    private FingerprintKeeper prepared() {
        FingerprintTable table = live.fingerprints();
        if (!DatabaseCall.query("create the table of fingerprints", table::prepare)) {
            return new FingerprintKeeper(null, false);
        }
        boolean accepted = accepts() && DatabaseCall.query("extend the table of fingerprints", table::prepareAccepted);
        return new FingerprintKeeper(table, accepted);
    }

    private boolean accepts() {
        return acceptDrift || !acceptance.keys().isEmpty();
    }

    public ProofReport report() {
        return new ProofReport(notCompared, graph.formerTexts().met(), acceptance.drift(), acceptance.results());
    }
}
