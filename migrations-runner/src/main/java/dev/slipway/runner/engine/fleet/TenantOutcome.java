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

    /// Its turn did not come.
    record NotRun(String tenant, Reason reason) implements TenantOutcome {
        /// Why it did not come.
        public enum Reason {
            TOO_MANY_FAILURES("too many others failed", ExitCode.DONE),
            CANARY_FAILED("a canary failed", ExitCode.DONE),
            TIME_IS_UP("the time of --stop-after was over", ExitCode.TENANTS_DIFFER);

            private final String text;
            private final ExitCode exitCode;

            Reason(String text, ExitCode exitCode) {
                this.text = text;
                this.exitCode = exitCode;
            }

            public String text() {
                return text;
            }
        }
    }

    /// Of one whose turn did not come since others failed it is that of success: those tell why.
    default ExitCode exitCode() {
        return switch (this) {
            case Ended ended -> ended.result.exitCode();
            case Failed failed -> failed.failure.exitCode();
            case NotRun notRun -> notRun.reason.exitCode;
        };
    }
}
