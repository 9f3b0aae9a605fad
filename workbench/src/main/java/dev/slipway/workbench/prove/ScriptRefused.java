package dev.slipway.workbench.prove;

import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.postgres.apply.StatementFailed;

/// The server refused a script on a scratch database. That ends no proof: the rest is tried all the same. A lost
/// connection or an interrupt is no such refusal.
final class ScriptRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient StatementFailed cause;
    private final transient RejectedScript rejected;

    ScriptRefused(ScriptFailed failure, StatementFailed cause) {
        super(failure.message(), cause);
        this.cause = cause;
        this.rejected = new RejectedScript(failure);
    }

    /// What to tell of it.
    RejectedScript rejected() {
        return rejected;
    }

    /// What the server refused.
    StatementFailed refusal() {
        return cause;
    }
}
