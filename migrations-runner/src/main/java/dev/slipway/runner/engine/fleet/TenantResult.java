package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.ExitCode;

/// What was done for a tenant that did not fail, or found.
///
/// @param summary the same words for all tenants of which the same is to be said
/// @param changed whether the tenant is told by itself
/// @param traces what is left in the session
public record TenantResult(ExitCode exitCode, String summary, boolean changed, SessionTraces traces, Record data) {
    /// Of a work that did not fail.
    ///
    /// @param traces what it leaves in the session if it changes something
    public static TenantResult done(boolean changed, SessionTraces traces, String summary, Record data) {
        return changed
                ? new TenantResult(ExitCode.DONE, summary, true, traces, data)
                : unchanged(ExitCode.DONE, summary, data);
    }

    /// Of a work that changed nothing.
    public static TenantResult unchanged(ExitCode exitCode, String summary, Record data) {
        return new TenantResult(exitCode, summary, false, SessionTraces.SETTINGS, data);
    }
}
