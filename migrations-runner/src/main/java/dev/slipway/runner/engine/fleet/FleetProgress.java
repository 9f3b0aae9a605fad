package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Failure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts the tenants that came to their end, tells those of which there is something to tell, and now and then how far
/// the run is.
final class FleetProgress {
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final int all;
    private final Progress progress;
    private final long start = System.nanoTime();

    /// What was told with its details, and of which tenant.
    private final Map<List<Object>, String> failures = new HashMap<>();

    private Duration next = BETWEEN;
    private int done;
    private int failed;

    FleetProgress(int all, Progress progress) {
        this.all = all;
        this.progress = progress;
    }

    synchronized void ended(TenantOutcome outcome) {
        switch (outcome) {
            case TenantOutcome.Ended ended -> {
                done++;
                if (ended.result().changed()) {
                    progress.report(
                            new Event.TenantEnded(ended.tenant(), ended.result().summary(), ended.took()));
                }
            }
            case TenantOutcome.Failed failure -> {
                failed++;
                progress.report(new Event.TenantFailed(failure.tenant(), failure.failure(), like(failure)));
            }
            case TenantOutcome.NotRun _ -> {}
        }
        if (took().compareTo(next) >= 0) {
            tell();
        }
    }

    private String like(TenantOutcome.Failed outcome) {
        Failure failure = outcome.failure();
        if (failure.details().isEmpty()) {
            return "";
        }
        String first =
                failures.putIfAbsent(List.of(failure.message(), failure.details(), failure.state()), outcome.tenant());
        return first == null ? "" : first;
    }

    /// Tells how far the run is, and how long the rest takes if it goes on as before.
    synchronized void tell() {
        Duration took = took();
        int ended = Math.max(1, done + failed);
        Duration left = took.multipliedBy(all - done - failed).dividedBy(ended);
        progress.report(new Event.FleetUnderWay(done, failed, all, left));
        next = took.plus(BETWEEN);
    }

    synchronized int done() {
        return done;
    }

    /// Why no other tenant is to be begun, or nothing.
    synchronized Optional<TenantOutcome.NotRun.Reason> refusal(FleetLimits limits) {
        if (failed >= limits.maxFailures()) {
            return Optional.of(TenantOutcome.NotRun.Reason.TOO_MANY_FAILURES);
        }
        Duration most = limits.stopAfter();
        return most != null && took().compareTo(most) >= 0
                ? Optional.of(TenantOutcome.NotRun.Reason.TIME_IS_UP)
                : Optional.empty();
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
