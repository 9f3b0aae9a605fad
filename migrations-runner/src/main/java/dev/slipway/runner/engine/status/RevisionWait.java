package dev.slipway.runner.engine.status;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.readiness.Pause;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.history.History;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Waits until somebody else has brought a database to a revision. It takes no lock, and who waits needs no right
/// but to read the history.
public final class RevisionWait {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

    private final RevisionGraph graph;
    private final List<Version> required;
    private final Supplier<History> history;

    /// @param history reads it anew
    /// @throws SlipwayException with a usage failure if the target is none that a database can come to by itself
    public RevisionWait(RevisionGraph graph, Target target, Supplier<History> history) {
        this.graph = graph;
        this.required = required(graph, target);
        this.history = history;
    }

    private static List<Version> required(RevisionGraph graph, Target target) {
        return switch (target) {
            case Target.Heads() -> graph.order();
            case Target.At(Version version) -> graph.inOrder(graph.upTo(List.of(version)));
            case Target.Base(), Target.Relative _ ->
                throw new SlipwayException(
                        new UsageFailure("--until names no revision to wait for", "use head, heads or a version"));
        };
    }

    /// Returns once the database has the revision and all it builds on, or newer ones.
    ///
    /// @throws SlipwayException with `RevisionNotReached` at the limit, with `Interrupted` at an interrupt
    public void await(String database, Duration limit, Progress progress) {
        long start = System.nanoTime();
        Duration nextReport = Duration.ZERO;
        for (List<Version> missing = missing(); !missing.isEmpty(); missing = missing()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(limit) >= 0) {
                throw new SlipwayException(new RevisionNotReached(database, missing, waited));
            }
            if (waited.compareTo(nextReport) >= 0) {
                progress.report(new Event.WaitingForRevision(missing, waited, limit));
                nextReport = waited.plus(BETWEEN_REPORTS);
            }
            Pause.of(PAUSE);
        }
    }

    private List<Version> missing() {
        Set<Version> applied = new DatabaseState(graph, history.get()).applied();
        return required.stream().filter(version -> !applied.contains(version)).toList();
    }
}
