package dev.slipway.runner.engine.readiness;

import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import java.time.Duration;

/// Waits before something is asked again, while nothing was changed yet.
public final class Pause {
    private Pause() {}

    /// @throws SlipwayException with `Interrupted` at an interrupt
    public static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SlipwayException(new Interrupted(RunProgress.NOTHING, ""), e);
        }
    }
}
