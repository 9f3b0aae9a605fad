package dev.slipway.runner.engine.offline;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.history.FoundHistory;
import dev.slipway.runner.engine.history.HistorySearch;
import dev.slipway.runner.engine.history.UnmanagedTables;
import dev.slipway.runner.engine.plan.DownPlanner;
import dev.slipway.runner.engine.plan.Pending;
import dev.slipway.runner.engine.plan.Planner;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.engine.plan.StepReader;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.connect.Session;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds what a script for `psql` has to do, and changes nothing.
public final class OfflinePlanner {
    private final OfflineRequest request;
    private final RevisionGraph graph;

    private OfflinePlanner(OfflineRequest request) {
        this.request = request;
        this.graph = request.graph();
    }

    /// From the position of a database to the target.
    ///
    /// @throws SlipwayException as the run itself would be refused
    public static OfflineRun in(Session session, OfflineRequest request, Progress progress) {
        FoundHistory found = HistorySearch.find(
                session, request.historyTable(), request.graph().scripts(), progress);
        OfflineRun run = new OfflinePlanner(request).run(session.database(), found);
        if (!found.exists() && !run.steps().isEmpty()) {
            UnmanagedTables.refuse(session, List.of(found.place().schema()));
        }
        PsqlCheck.check(run);
        return run;
    }

    /// From a position that the database is claimed to be at; the script refuses any other.
    ///
    /// @throws SlipwayException as the run itself would be refused
    public static OfflineRun from(Target position, OfflineRequest request) {
        RevisionGraph graph = request.graph();
        History history = StampedHistory.at(position, graph);
        if (request.direction() == Direction.UP
                && TargetDirection.to(request.target(), graph, history) == Direction.DOWN) {
            throw new SlipwayException(
                    new UsageFailure("the target lies below the revision to begin at", "use downgrade"));
        }
        OfflineRun run = new OfflinePlanner(request)
                .run(null, request.schema(), history, history.rows().isEmpty());
        PsqlCheck.check(run);
        return run;
    }

    private OfflineRun run(String database, FoundHistory found) {
        return run(database, found.place().schema(), found.history(), !found.exists());
    }

    private OfflineRun run(@Nullable String database, @Nullable String schema, History history, boolean creates) {
        Direction direction = Objects.requireNonNullElseGet(
                request.direction(), () -> TargetDirection.to(request.target(), graph, history));
        List<Step> steps = direction == Direction.DOWN ? down(history) : up(history);
        boolean down = direction == Direction.DOWN && !steps.isEmpty();
        List<ResumableStep> resumables = down ? ResumableStep.down(steps, history) : ResumableStep.of(steps, history);
        List<Version> from = new DatabaseState(graph, history).position();
        List<Version> to = new DatabaseState(graph, history)
                .positionAfter(resumables.stream()
                        .map(resumable -> resumable.step().script())
                        .toList());
        OfflineRun run = new OfflineRun(
                database, schema, direction, from, to, history, creates, resumables, List.of(), List.of());
        return creates || resumables.stream().noneMatch(OfflinePlanner::mayDrop) ? run : watching(run);
    }

    /// Whether it may drop what a repeatable script made.
    private static boolean mayDrop(ResumableStep resumable) {
        Script script = resumable.step().script();
        return script instanceof Script.Versioned || script instanceof Script.Repeatable;
    }

    /// Without a database every repeatable script finds out by itself whether it has to run.
    private OfflineRun watching(OfflineRun run) {
        Planner planner = new Planner(graph, request.placeholders());
        if (!run.connected()) {
            return run.watching(planner.texts(), List.of());
        }
        List<Pending.Text> watched = List.copyOf(planner.repeated(run.history()).keySet());
        return run.watching(
                watched, request.target() instanceof Target.Heads ? again(watched, run.history()) : List.of());
    }

    /// Those that psql can pass over.
    private List<ResumableStep> again(List<Pending.Text> watched, History history) {
        List<Pending.Repeat> repeats = watched.stream()
                .map(text -> new Pending.Repeat(text.script(), text.checksum()))
                .toList();
        List<Step> steps = StepReader.read(new Pending(List.of(), repeats), request.placeholders()).stream()
                .filter(step -> step.statements().stream().allMatch(statement -> statement.copyData() == null))
                .toList();
        return ResumableStep.of(steps, history);
    }

    private List<Step> up(History history) {
        Pending pending =
                new Planner(graph, request.placeholders()).pending(history, request.target(), request.outOfOrder());
        return StepReader.read(pending, request.placeholders());
    }

    private List<Step> down(History history) {
        return StepReader.read(DownPlanner.takenBack(graph, history, request.target()), request.placeholders());
    }
}
