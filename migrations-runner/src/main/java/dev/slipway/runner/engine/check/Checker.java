package dev.slipway.runner.engine.check;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.history.NewerRevisions;
import dev.slipway.runner.engine.history.UnmanagedTables;
import dev.slipway.runner.engine.impact.ImpactCheck;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.script.LoadedScripts;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.schema.LiveSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds everything that is wrong, and changes nothing.
public final class Checker {
    private final ScriptCheck scripts;
    private final Placeholders placeholders;
    private final ManifestFile manifest;
    private final int revisions;

    /// @param placeholders those of a database, if one is to be compared
    public Checker(LoadedScripts reading, Placeholders placeholders, ManifestFile manifest) {
        this.scripts = new ScriptCheck(reading, placeholders, manifest);
        this.manifest = manifest;
        this.placeholders = placeholders;
        this.revisions = reading.scripts().revisions().size();
    }

    /// What can be told without a database.
    public CheckResult check() {
        return result(null, List.of());
    }

    /// The same, and how a database differs from the scripts. It reads, writes nothing, and takes no lock.
    ///
    /// @param found its history
    public CheckResult check(Session session, FoundHistory found) {
        RevisionGraph graph = scripts.graph().orElseThrow();
        List<String> relations = found.exists()
                ? List.of()
                : UnmanagedTables.in(session, List.of(found.place().schema()));
        History history = found.history();
        List<Finding> findings = new ArrayList<>();
        if (relations.isEmpty()) {
            findings.addAll(new DatabaseCheck(session.database(), graph, placeholders, history).findings());
        } else {
            findings.add(DatabaseCheck.unmanaged(session.database(), relations));
        }
        if (found.exists()) {
            findings.addAll(new InvalidIndexFindings(session, found.place().schema()).of(history));
            HistoryTable table = new HistoryTable(session, found.place());
            findings.addAll(new DriftFindings(new LiveSchema(session, table), graph, history).of(proved()));
        }
        return result(
                new CheckResult.Compared(
                        session.database(),
                        new DatabaseState(graph, history).position(),
                        NewerRevisions.ahead(graph, history),
                        impacts(session, found, graph)),
                findings);
    }

    /// What the next upgrade is going to do to large tables.
    private List<Impact> impacts(Session session, FoundHistory found, RevisionGraph graph) {
        if (!found.exists() || !NewerRevisions.ahead(graph, found.history()).isEmpty()) {
            return List.of();
        }
        Set<Version> applied = new DatabaseState(graph, found.history()).applied();
        List<Script.Revision> pending = graph.order().stream()
                .filter(version -> !applied.contains(version))
                .map(graph::script)
                .toList();
        return ImpactCheck.of(session, found.place(), graph, proved(), pending).impacts();
    }

    /// The same, and what Flyway says. The session is of no use afterwards.
    public CheckResult check(Session session, FoundHistory found, FlywayCheck flyway) {
        return check(session, found).with(flyway.check(session));
    }

    /// What cannot be read was found with the scripts.
    private @Nullable Manifest proved() {
        try {
            return manifest.read().orElse(null);
        } catch (SlipwayException _) {
            return null;
        }
    }

    private CheckResult result(CheckResult.@Nullable Compared database, List<Finding> more) {
        List<Finding> findings = new ArrayList<>(scripts.findings());
        findings.addAll(more);
        List<Version> heads = scripts.graph().map(RevisionGraph::heads).orElse(List.of());
        return new CheckResult(revisions, heads, database, null, findings, scripts.notes());
    }
}
