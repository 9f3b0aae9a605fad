package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.Position;
import dev.slipway.runner.engine.manifest.Comparison;
import dev.slipway.runner.engine.manifest.Proof;
import dev.slipway.runner.engine.manifest.ProofCheck;
import dev.slipway.runner.engine.manifest.ProofRequest;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SchemaDrifted;
import dev.slipway.runner.model.failure.ScriptsUnproved;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.AcceptedDrift;
import dev.slipway.runner.model.schema.Difference;
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
    private final LiveSchema live;
    private final RevisionGraph graph;
    private final boolean acceptDrift;
    private final @Nullable Manifest manifest;
    private final Progress progress;
    private @Nullable String notCompared;
    private Acceptance acceptance = Acceptance.NONE;

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

    /// Compares the schema with the proved one, and watches over the scripts from now on.
    ///
    /// @throws SlipwayException with `SchemaDrifted`, unless drift is accepted
    public StepGuard open(History history, List<Work> works, Direction direction) {
        if (works.isEmpty()) {
            return StepGuard.NONE;
        }
        graph.formerTexts().met().forEach(script -> progress.report(new Event.Reworded(script)));
        if (manifest == null) {
            notCompared = "nothing was compared with what was proved: there is no manifest";
            return StepGuard.NONE;
        }
        String schema = live.table().schema();
        if (!Comparison.isPossible(manifest, schema)) {
            notCompared = "nothing was compared with what was proved: schema \"%s\" is none of those in the manifest"
                    .formatted(schema);
            return StepGuard.NONE;
        }
        SchemaWatch watch = DatabaseCall.query("read the schema", live::watch);
        Beginning beginning = new Beginning(manifest, graph, history, schema);
        notCompared = beginning.unproved().orElse(null);
        acceptance = acceptance(beginning.drift(works, watch.schema()));
        if (!acceptance.drift().isEmpty() && !acceptDrift) {
            throw new SlipwayException(new SchemaDrifted(
                    live.session().database(), Position.of(graph, history), direction, acceptance.drift()));
        }
        acceptance.drift().forEach(difference -> progress.report(new Event.Drifted(difference)));
        return new SchemaGuard(
                watch,
                keeper(),
                beginning.expectations(acceptance.keys()),
                acceptance,
                Position.applied(graph, history));
    }

    private Acceptance acceptance(List<Difference> differences) {
        AcceptedDrift before = DatabaseCall.query(
                "read what is accepted", () -> live.fingerprints().lastAccepted());
        return Acceptance.of(differences, before, notCompared == null, acceptDrift ? progress : null);
    }

    private FingerprintKeeper keeper() {
        FingerprintTable table = live.fingerprints();
        boolean writable = DatabaseCall.query("create the table of fingerprints", table::prepare);
        if (!writable) {
            progress.report(new Event.FingerprintNotKept(table.qualifiedName()));
            return new FingerprintKeeper(null, false);
        }
        boolean accepting = acceptDrift || !acceptance.keys().isEmpty();
        boolean accepted = accepting && DatabaseCall.query("extend the table of fingerprints", table::prepareAccepted);
        if (accepting && !accepted) {
            progress.report(new Event.AcceptedNotKept(table.qualifiedName()));
        }
        return new FingerprintKeeper(table, accepted);
    }

    public ProofReport report() {
        return new ProofReport(notCompared, graph.formerTexts().met(), acceptance.drift(), acceptance.results());
    }
}
