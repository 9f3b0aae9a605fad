package dev.slipway.runner.engine.status;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.RevisionRange;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.NewerRevisions;
import dev.slipway.runner.engine.inspect.RevisionSummary;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lays the history beside the scripts: revisions in the order of the graph, then the repeatable scripts.
public final class RevisionListing {
    private final RevisionGraph graph;
    private final History history;
    private final Set<Script> changed;
    private final @Nullable String database;
    private final Map<Version, HistoryRow> rows;
    private final List<Version> position;
    private final List<Version> ahead;
    private final BaselineChoices beginnings;

    /// @param changed the repeatable scripts that are to be applied again, whatever became of their last run
    /// @param database null if none is asked
    RevisionListing(RevisionGraph graph, History history, Set<Script> changed, @Nullable String database) {
        this.graph = graph;
        this.history = history;
        this.changed = Set.copyOf(changed);
        this.database = database;
        this.rows = history.versions();
        this.position = new DatabaseState(graph, history).position();
        this.ahead = NewerRevisions.ahead(graph, history);
        this.beginnings = new BaselineChoices(graph, history);
    }

    /// The scripts alone.
    ///
    /// @param range null for all
    public static HistoryResult ofScripts(RevisionGraph graph, @Nullable RevisionRange range) {
        return new RevisionListing(graph, History.EMPTY, Set.of(), null).of(range);
    }

    HistoryResult of(@Nullable RevisionRange range) {
        List<HistoryResult.Entry> entries = new ArrayList<>();
        List<Version> versions = range == null ? withUnknown() : range.revisions(position);
        versions.forEach(version -> {
            entries.add(graph.contains(version) ? revision(version) : unknown(version));
            graph.besides().stream()
                    .filter(script -> graph.reached(script).last().equals(version))
                    .forEach(script -> entries.add(baseline(script)));
        });
        if (range == null) {
            graph.scripts().repeatable().forEach(script -> entries.add(repeatable(script)));
        }
        return new HistoryResult(database, position, entries, List.of(), null);
    }

    /// All revisions, and before the next higher one those that no script knows.
    private List<Version> withUnknown() {
        List<Version> all = new ArrayList<>(graph.order());
        for (Version version : rows.keySet()) {
            if (!graph.contains(version) && beginnings.isBeside(version)) {
                continue;
            }
            if (!graph.contains(version)) {
                int place = 0;
                while (place < all.size() && all.get(place).compareTo(version) < 0) {
                    place++;
                }
                all.add(place, version);
            }
        }
        return all;
    }

    private HistoryResult.Entry revision(Version version) {
        RevisionSummary revision = RevisionSummary.of(graph, version);
        Source source = new Source(
                revision.version().toString(),
                revision.description(),
                revision.parents(),
                revision.script(),
                revision.undo(),
                revision.branchLabel(),
                beginnings.standsFor(graph.script(version)));
        HistoryRow row = beginnings.row(graph.script(version));
        HistoryResult.State state = row == null ? missing(version) : state(graph.script(version), row);
        return entry(source, state, row, position.contains(version));
    }

    private HistoryResult.Entry unknown(Version version) {
        HistoryRow row = rows.get(version);
        String description = row == null ? "" : row.description();
        Source source = new Source(version.toString(), description, List.of(), null, null, null, List.of());
        HistoryResult.State state = ahead.contains(version) ? newer() : state(null, row);
        return entry(source, state, row, position.contains(version));
    }

    private HistoryResult.Entry repeatable(Script.Repeatable script) {
        HistoryRow row = changed.contains(script)
                ? null
                : history.lastRun(script.description()).orElse(null);
        Source source = new Source(
                HistoryResult.REPEATABLE,
                script.description(),
                List.of(),
                script.file().path(),
                null,
                null,
                List.of());
        return entry(source, state(script, row), row, false);
    }

    private HistoryResult.Entry baseline(Script.Baseline script) {
        HistoryRow row = beginnings.row(script);
        Source source = new Source(
                script.label(),
                script.description(),
                List.of(),
                script.file().path(),
                null,
                null,
                beginnings.standsFor(script));
        HistoryResult.State state = row == null && database != null ? beginnings.state(script) : state(script, row);
        return entry(source, state, row, false);
    }

    private HistoryResult.@Nullable State newer() {
        return database == null ? null : HistoryResult.State.NEWER;
    }

    private HistoryResult.@Nullable State missing(Version version) {
        return database == null ? null : beginnings.state(version);
    }

    private HistoryResult.@Nullable State state(@Nullable Script script, @Nullable HistoryRow row) {
        if (database == null) {
            return null;
        }
        return row == null ? HistoryResult.State.PENDING : RevisionState.of(script, row);
    }

    /// What an entry says of its script.
    private record Source(
            String label,
            String description,
            List<Version> parents,
            @Nullable String script,
            @Nullable String undo,
            @Nullable String branchLabel,
            List<Version> standsFor) {}

    private static HistoryResult.Entry entry(
            Source source, HistoryResult.@Nullable State state, @Nullable HistoryRow row, boolean current) {
        return new HistoryResult.Entry(
                source.label(),
                source.description(),
                state,
                row == null ? null : row.installedOn(),
                row == null ? null : row.installedBy(),
                row == null ? null : row.executionTime(),
                current,
                source.parents(),
                source.script(),
                source.undo(),
                source.branchLabel(),
                source.standsFor());
    }
}
