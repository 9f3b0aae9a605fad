package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.failure.Failure;
import java.time.Duration;

/// What became of one tenant.
public sealed interface TenantOutcome {
    String tenant();

    /// It came to its end.
    record Ended(String tenant, TenantResult result, Duration took) implements TenantOutcome {}

    /// It failed, and nobody else for it.
    record Failed(String tenant, Failure failure, Duration took) implements TenantOutcome {}

    /// Its turn did not come, since too many others failed.
    record NotRun(String tenant) implements TenantOutcome {}

    /// Of one whose turn did not come it is that of success: others tell why.
    default ExitCode exitCode() {
        return switch (this) {
            case Ended ended -> ended.result.exitCode();
            case Failed failed -> failed.failure.exitCode();
            case NotRun _ -> ExitCode.DONE;
        };
    }
}
