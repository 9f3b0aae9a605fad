package dev.slipway.runner.command;

import dev.slipway.runner.engine.fleet.TenantOutcome;
import dev.slipway.runner.model.KindName;
import dev.slipway.runner.model.failure.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one of many tenants, for machines.
///
/// @param outcome `ended`, `failed` or `not-run`
/// @param exitCode the one with which a run for it alone would end, or null if its turn did not come
/// @param result what the command gives for one database, or null
public record TenantReport(
        String tenant,
        String outcome,
        @Nullable Integer exitCode,
        @Nullable Object result,
        @Nullable TenantError error,
        long milliseconds) {
    /// Why a tenant failed.
    public record TenantError(String kind, String message, List<String> details, String state, String help) {
        public TenantError {
            details = List.copyOf(details);
        }

        static TenantError of(Failure failure) {
            return new TenantError(
                    KindName.of(failure), failure.message(), failure.details(), failure.state(), failure.help());
        }
    }

    static TenantReport of(TenantOutcome outcome) {
        return switch (outcome) {
            case TenantOutcome.Ended ended ->
                new TenantReport(
                        ended.tenant(),
                        "ended",
                        ended.exitCode().code(),
                        ended.result().data(),
                        null,
                        ended.took().toMillis());
            case TenantOutcome.Failed failed ->
                new TenantReport(
                        failed.tenant(),
                        "failed",
                        failed.exitCode().code(),
                        null,
                        TenantError.of(failed.failure()),
                        failed.took().toMillis());
            case TenantOutcome.NotRun notRun -> new TenantReport(notRun.tenant(), "not-run", null, null, null, 0);
        };
    }
}
