package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Gives a script that met another transaction another try, after a pause in which others can go on.
///
/// A statement that waits for a lock makes everybody who comes after it wait too, so a short wait and many tries
/// disturb a service less than one long wait. The pauses grow, and differ by chance so that two runs do not keep
/// step.
final class LockRetry {
    static final int ATTEMPTS = 10;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final String label;
    private final Progress progress;
    private int attempt;

    LockRetry(String label, Progress progress) {
        this.label = label;
        this.progress = progress;
    }

    /// Waits, unless another try would be of no use, all tries are used up or the run was interrupted.
    ///
    /// @return whether to try again
    boolean pause(ServerError error) {
        String reason = error.collision();
        if (reason.isEmpty()) {
            return false;
        }
        attempt++;
        if (attempt >= ATTEMPTS) {
            return false;
        }
        long grown = Math.min(FIRST_PAUSE.toMillis() << (attempt - 1), LONGEST_PAUSE.toMillis());
        Duration pause =
                Duration.ofMillis(grown / 2 + ThreadLocalRandom.current().nextLong(grown / 2 + 1));
        progress.report(new Event.TriedAgain(label, reason, attempt, ATTEMPTS, pause));
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
