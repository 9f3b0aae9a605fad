package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.model.UnavailableReason;

/// What became of one attempt to connect.
public sealed interface ConnectAttempt {
    /// The server takes writes.
    record Connected(Session session) implements ConnectAttempt {}

    /// @param said who said what, one line: `server: the database system is starting up`
    record Failed(UnavailableReason reason, String said) implements ConnectAttempt {}
}
