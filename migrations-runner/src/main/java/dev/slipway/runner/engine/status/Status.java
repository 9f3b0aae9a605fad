package dev.slipway.runner.engine.status;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.history.Position;
import dev.slipway.runner.engine.plan.Pending;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.plan.Planner;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.HistoryReader;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the history and lays it beside the scripts.
public final class Status {
    private final Session session;
    private final RevisionGraph graph;
    private final ScriptSet scripts;
    private final String historyTable;
    private final Planner planner;

    public Status(Session session, RevisionGraph graph, String historyTable, Placeholders placeholders) {
        this.session = session;
        this.graph = graph;
        this.scripts = graph.scripts();
        this.historyTable = historyTable;
        this.planner = new Planner(graph, placeholders);
    }

    /// The position. A history that does not match the scripts is refused as an upgrade would refuse it.
    public CurrentResult current() {
        Optional<History> found = read();
        History history = found.orElse(History.EMPTY);
        Pending pending = planner.pending(history, new Target.Heads(), true);
        return new CurrentResult(
                session.database(),
                found.isPresent(),
                Position.of(graph, history),
                graph.heads(),
                pending.versioned().size() + pending.repeatable().size());
    }

    /// All scripts and what became of them; differences are shown, not refused.
    public HistoryResult history() {
        History history = read().orElse(History.EMPTY);
        SortedMap<Version, HistoryRow> rows = history.versions();
        Map<Version, Script.Versioned> known = new HashMap<>();
        scripts.versioned().forEach(script -> known.put(script.version(), script));
        TreeMap<Version, @Nullable HistoryRow> all = new TreeMap<>();
        known.keySet().forEach(version -> all.put(version, null));
        all.putAll(rows);
        List<HistoryResult.Entry> entries = new ArrayList<>();
        all.forEach((version, row) -> entries.add(entry(version.toString(), known.get(version), row)));
        Set<Script> changed =
                planner.repeatable(history).stream().map(Pending.Repeat::script).collect(Collectors.toSet());
        scripts.repeatable()
                .forEach(script -> entries.add(entry("R", script, lastRun(history, script, changed.contains(script)))));
        return new HistoryResult(session.database(), Position.of(graph, history), entries);
    }

    /// A changed script is pending again, whatever its last run.
    private static @Nullable HistoryRow lastRun(History history, Script.Repeatable script, boolean changed) {
        return changed ? null : history.lastRun(script.description()).orElse(null);
    }

    private static HistoryResult.Entry entry(String label, @Nullable Script script, @Nullable HistoryRow row) {
        if (row == null) {
            String description = script == null ? "" : script.description();
            return new HistoryResult.Entry(label, description, HistoryResult.State.PENDING, null, null, null);
        }
        return new HistoryResult.Entry(
                label,
                script == null ? row.description() : script.description(),
                state(script, row),
                row.installedOn(),
                row.installedBy(),
                row.executionTime());
    }

    private static HistoryResult.State state(@Nullable Script script, HistoryRow row) {
        if (!row.success()) {
            return HistoryResult.State.FAILED;
        }
        if (row.isBaseline()) {
            return HistoryResult.State.BASELINE;
        }
        if (script == null) {
            return HistoryResult.State.MISSING;
        }
        Integer recorded = row.checksum();
        boolean changed = script instanceof Script.Versioned
                && recorded != null
                && recorded != script.file().checksum();
        return changed ? HistoryResult.State.CHANGED : HistoryResult.State.APPLIED;
    }

    private Optional<History> read() {
        return DatabaseCall.query("read the history", () -> HistoryReader.read(session, historyTable));
    }
}
