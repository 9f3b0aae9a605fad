package dev.slipway.workbench.prove;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.postgres.apply.StatementFailed;
import java.util.function.BooleanSupplier;

/// The server refused a script on a scratch database. That ends no proof: the rest is tried all the same. A lost
/// connection or an interrupt is no such refusal.
final class ScriptRefused extends Exception {
    /// What breaks the connection is the script all the same.
    static final ServerError DATE_STYLE = ServerError.unsupported(
            "it sets DateStyle to another than ISO, for which the JDBC driver breaks the connection",
            "let it keep DateStyle at ISO, and convert dates of another form with to_date");

    private static final long serialVersionUID = 1;

    private final transient StatementFailed cause;
    private final transient RejectedScript rejected;
    private final transient BooleanSupplier lacking;

    /// @param lacking whether only an extension is missing that the server has
    ScriptRefused(ScriptFailed failure, StatementFailed cause, BooleanSupplier lacking) {
        super(failure.message(), cause);
        this.cause = cause;
        this.rejected = new RejectedScript(failure);
        this.lacking = lacking;
    }

    /// The same, if the script is to blame.
    ///
    /// @throws ScriptRefused if only an extension is missing, with which all is to be tried again
    ScriptRefused blamed() throws ScriptRefused {
        if (lacking.getAsBoolean()) {
            throw this;
        }
        return this;
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
