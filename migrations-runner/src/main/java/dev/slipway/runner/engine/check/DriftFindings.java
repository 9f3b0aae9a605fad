package dev.slipway.runner.engine.check;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.NewerRevisions;
import dev.slipway.runner.engine.proof.DriftCheck;
import dev.slipway.runner.engine.proof.LastRun;
import dev.slipway.runner.engine.proof.ProvedHome;
import dev.slipway.runner.engine.proof.SchemaDrifted;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.AcceptedDrift;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.postgres.schema.LiveSchema;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a database still looks as it was proved, or else as the last run left it.
record DriftFindings(LiveSchema live, RevisionGraph graph, History history) {
    /// A database between two revisions is not compared.
    List<Finding> of(@Nullable Manifest manifest) {
        if (!history.begun().isEmpty()) {
            return List.of();
        }
        // newer scripts made what this manifest does not know
        boolean ahead = !NewerRevisions.ahead(graph, history).isEmpty();
        Optional<ProvedHome> home = manifest == null || ahead ? Optional.empty() : ProvedHome.of(manifest, graph, live);
        return home.flatMap(this::differences).map(this::drifted).orElseGet(this::left);
    }

    private Optional<List<SchemaDifference>> differences(ProvedHome home) {
        Schema now = DatabaseCall.query("read the schema", home.live()::read);
        return new DriftCheck(home.manifest(), graph, history, live.table().schema()).differences(now);
    }

    private List<Finding> drifted(List<SchemaDifference> all) {
        AcceptedDrift accepted = DatabaseCall.query(
                "read what is accepted", () -> live.fingerprints().lastAccepted());
        List<SchemaDifference> differences =
                all.stream().filter(difference -> !accepted.covers(difference)).toList();
        if (differences.isEmpty()) {
            return List.of();
        }
        String database = live.session().database();
        SchemaDrifted drifted =
                new SchemaDrifted(database, new DatabaseState(graph, history).position(), Direction.UP, differences);
        return List.of(new Finding(
                database,
                "%s: %s".formatted(drifted.message(), String.join("\n  ", drifted.details())),
                "`upgrade` is refused with exit code %d if something is pending"
                        .formatted(drifted.exitCode().code()),
                drifted.help()));
    }

    private List<Finding> left() {
        return LastRun.of(live) instanceof LastRun.Changed
                ? List.of(new Finding(
                        live.session().database(),
                        "the schema is not what the last run left",
                        "a later script may fail on it, or do something else than it should",
                        "find out what was changed by other means; with a manifest (`prove`) the objects are named"))
                : List.of();
    }
}
