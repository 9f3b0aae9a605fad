package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.failure.Progressed;
import java.time.Duration;

/// Runs a script without a transaction, statement by statement, and keeps in its history row how far it came.
record StandaloneScript(ScriptRun run) {
    Duration run(Work work, Progressed progressed) {
        return new StandaloneRun(run, work, progressed).run();
    }
}
