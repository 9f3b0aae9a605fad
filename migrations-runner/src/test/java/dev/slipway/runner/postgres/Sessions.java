package dev.slipway.runner.postgres;

import dev.slipway.runner.postgres.connect.ConnectAttempt;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Connector;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Sessions as the program opens them.
public final class Sessions {
    private Sessions() {}

    public static Session open(TestDatabase database) {
        return open(database.url());
    }

    /// A session whose current schema is the given one.
    public static Session open(TestDatabase database, String schema) {
        return open(
                database.url() + "?currentSchema=" + schema.replace("\"", "%22").replace(" ", "%20"));
    }

    public static Session open(String url) {
        try {
            return switch (new Connector(ConnectionSettings.of(Optional.of(url), Map.of()), "test")
                    .attempt(Duration.ofSeconds(20))) {
                case ConnectAttempt.Connected(Session session) -> session;
                case ConnectAttempt.Failed failed -> throw new AssertionError(failed);
            };
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
