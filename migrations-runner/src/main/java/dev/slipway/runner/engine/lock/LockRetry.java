package dev.slipway.runner.engine.lock;

import dev.slipway.runner.model.Blocker;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.postgres.lock.Blockers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Gives a script that met another transaction another try, after a pause in which others can go on.
///
/// A statement that waits for a lock makes everybody who comes after it wait too, so a short wait and many tries
/// disturb a service less than one long wait. The pauses grow to a bound, and differ by chance so that two runs do not
/// keep step. A pause ends at once when all who were in the way are gone.
public final class LockRetry {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int DOUBLED = 7;

    private final String label;
    private final LockLimits limits;
    private final Blockers blockers;
    private final Progress progress;
    private int attempt;
    private long firstFailure;

    /// @param blockers looks after those in the way, on the session whose transaction was rolled back
    public LockRetry(String label, LockLimits limits, Blockers blockers, Progress progress) {
        this.label = label;
        this.limits = limits;
        this.blockers = blockers;
        this.progress = progress;
    }

    /// Waits, unless another try would be of no use, the budget is used up or the run was interrupted.
    ///
    /// @return whether to try again
    public boolean pause(ServerError error) {
        String reason = error.collision();
        if (reason.isEmpty() || Thread.currentThread().isInterrupted()) {
            return false;
        }
        if (attempt++ == 0) {
            firstFailure = System.nanoTime();
        }
        Duration spent = Duration.ofNanos(System.nanoTime() - firstFailure);
        Duration left = limits.budget().minus(spent);
        if (!left.isPositive()) {
            return false;
        }
        Duration wanted = grown();
        Duration pause = wanted.compareTo(left) < 0 ? wanted : left;
        progress.report(new Event.TriedAgain(label, reason, attempt, pause, spent, limits.budget()));
        List<Blocker> inTheWay = error.waiting().blockers();
        end(inTheWay);
        return slept(pause, inTheWay);
    }

    private Duration grown() {
        long grown = Math.min(FIRST_PAUSE.toMillis() << Math.min(attempt - 1, DOUBLED), LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(grown / 2 + ThreadLocalRandom.current().nextLong(grown / 2 + 1));
    }

    private void end(List<Blocker> inTheWay) {
        if (limits.terminateIdle()) {
            inTheWay.stream()
                    .filter(blocker -> blocker.kind() == Blocker.Kind.IDLE_IN_TRANSACTION)
                    .forEach(blocker -> progress.report(new Event.BlockerEnded(blocker, blockers.end(blocker))));
        }
    }

    private boolean slept(Duration pause, List<Blocker> inTheWay) {
        long start = System.nanoTime();
        try {
            for (Duration left = pause; left.isPositive(); left = pause.minusNanos(System.nanoTime() - start)) {
                Thread.sleep(left.compareTo(BETWEEN_LOOKS) < 0 ? left : BETWEEN_LOOKS);
                if (!inTheWay.isEmpty() && blockers.areGone(inTheWay)) {
                    break;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
