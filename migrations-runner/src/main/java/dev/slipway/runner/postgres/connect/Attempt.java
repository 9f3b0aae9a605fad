package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.model.Unavailability;

/// What became of one attempt to connect.
public sealed interface Attempt {
    /// The server takes writes.
    record Connected(Session session) implements Attempt {}

    /// @param said who said what, one line: `server: the database system is starting up`
    record Failed(Unavailability reason, String said) implements Attempt {}
}
