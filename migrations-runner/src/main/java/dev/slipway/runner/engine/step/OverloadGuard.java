package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.catalog.Routine;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.List;
import java.util.regex.Pattern;

/// Says if a repeatable script that was changed made a function anew with other arguments: PostgreSQL then keeps both,
/// and a call may reach the old one or fit to both.
public final class OverloadGuard implements StepGuard {
    private static final Pattern ROUTINE = Pattern.compile("(?i)\\b(?:function|procedure|aggregate|routine)\\b");

    private final Session session;
    private final History history;
    private final Progress progress;
    private List<Routine> stood = List.of();

    private OverloadGuard(Session session, History history, Progress progress) {
        this.session = session;
        this.history = history;
        this.progress = progress;
    }

    /// The guard, or one that lets everything pass if no script runs again that may make functions.
    ///
    /// @param history as it is before the first script
    public static StepGuard of(Session session, List<ResumableStep> resumables, History history, Progress progress) {
        return resumables.stream().anyMatch(resumable -> concerns(resumable, history))
                ? new OverloadGuard(session, history, progress)
                : StepGuard.NONE;
    }

    private static boolean concerns(ResumableStep resumable, History history) {
        return resumable.step().script() instanceof Script.Repeatable script
                && history.lastRun(script.description()).isPresent()
                && ROUTINE.matcher(script.file().text()).find();
    }

    private List<Routine> read() {
        return DatabaseCall.query("read the functions", () -> Routine.all(session));
    }

    @Override
    public boolean takesPart() {
        return false;
    }

    @Override
    public void before(ResumableStep resumable) {
        stood = concerns(resumable, history) ? read() : List.of();
    }

    @Override
    public void passed(ResumableStep resumable) {
        if (resumable.step().script() instanceof Script.Repeatable script && concerns(resumable, history)) {
            List<Routine> now = read();
            List<Routine> before = stood;
            now.stream()
                    .filter(routine ->
                            before.stream().noneMatch(old -> old.signature().equals(routine.signature())))
                    .forEach(made -> before.stream()
                            .filter(old -> made.overloads(old) && now.contains(old))
                            .forEach(old -> progress.report(
                                    new Event.Overloaded(script.file().path(), made.signature(), old.signature()))));
        }
    }
}
