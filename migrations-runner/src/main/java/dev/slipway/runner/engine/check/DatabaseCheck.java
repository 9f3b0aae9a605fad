package dev.slipway.runner.engine.check;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.DatabaseUnmanaged;
import dev.slipway.runner.engine.history.HistoryCheck;
import dev.slipway.runner.engine.history.NewerRevisions;
import dev.slipway.runner.engine.plan.Pending;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.plan.Planner;
import dev.slipway.runner.engine.plan.ScriptsOutOfOrder;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.stream.Collectors;

/// How a database and the scripts differ.
final class DatabaseCheck {
    private static final int SHOWN = 10;
    static final String REFUSED = "`upgrade` is refused with exit code 7";
    private static final String BEHIND = "the database is behind the scripts";
    private static final String UPGRADE = "run `upgrade`";

    private final String database;
    private final RevisionGraph graph;
    private final Placeholders placeholders;
    private final History history;
    private final List<Finding> findings = new ArrayList<>();

    DatabaseCheck(String database, RevisionGraph graph, Placeholders placeholders, History history) {
        this.database = database;
        this.graph = graph;
        this.placeholders = placeholders;
        this.history = history;
    }

    /// A database with tables but without a history.
    static Finding unmanaged(String database, List<String> relations) {
        DatabaseUnmanaged unmanaged = new DatabaseUnmanaged(database, relations);
        return CheckFindings.of(database, unmanaged, unmanaged.details());
    }

    /// Of a database that is ahead by what only expands the schema, there is nothing to say: `upgrade` leaves it as it
    /// is.
    List<Finding> findings() {
        if (!NewerRevisions.ahead(graph, history).isEmpty()) {
            return List.of();
        }
        HistoryCheck.mismatches(graph, history).forEach(mismatch -> add(mismatch.text(), REFUSED, mismatch.help()));
        PartialScripts begun = PartialScripts.of(graph.scripts(), history);
        findings.addAll(begun.findings(database, placeholders));
        addVersions();
        addRepeatable(begun);
        return findings;
    }

    private void addVersions() {
        NavigableSet<Version> applied = new DatabaseState(graph, history).applied();
        Set<Version> begun = history.versions().keySet();
        List<Version> late = Planner.late(graph, applied).stream()
                .filter(version -> !begun.contains(version))
                .toList();
        if (!late.isEmpty()) {
            List<String> files = late.stream()
                    .map(version -> graph.script(version).file().origin())
                    .toList();
            findings.add(CheckFindings.of(
                    database,
                    new ScriptsOutOfOrder(files, new DatabaseState(graph, history).position()),
                    List.of(String.join(", ", files))));
        }
        List<Version> pending = graph.order().stream()
                .filter(version -> !applied.contains(version) && !begun.contains(version) && !late.contains(version))
                .toList();
        if (!pending.isEmpty()) {
            add(
                    pending.size() == 1
                            ? "revision %s is pending".formatted(pending.getFirst())
                            : "%d revisions are pending: %s".formatted(pending.size(), list(pending)),
                    BEHIND,
                    UPGRADE);
        }
    }

    private static String list(List<Version> versions) {
        String more = versions.size() > SHOWN ? " and %d more".formatted(versions.size() - SHOWN) : "";
        return versions.stream().limit(SHOWN).map(Version::toString).collect(Collectors.joining(", ", "", more));
    }

    private void addRepeatable(PartialScripts begun) {
        // a placeholder without a value was found with the scripts
        new Planner(graph, placeholders)
                .repeatable(history).stream()
                        .map(Pending.Repeat::script)
                        .filter(placeholders::suffice)
                        .filter(script -> !begun.rows().containsKey(script))
                        .forEach(script -> add(
                                history.lastRun(script.description()).isPresent()
                                        ? "%s was changed since it ran".formatted(script.label())
                                        : "%s is pending".formatted(script.label()),
                                BEHIND,
                                UPGRADE));
    }

    private void add(String what, String effect, String remedy) {
        findings.add(new Finding(database, what, effect, remedy));
    }
}
