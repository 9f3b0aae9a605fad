package dev.slipway.runner.testing;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;

/// The server of the tests, as a user who may create databases and nothing more.
final class TestPostgres {
    private TestPostgres() {}

    static String url() {
        return home().url();
    }

    /// A database to sign in to, which stays empty.
    static TestDatabase home() {
        TestDatabase home = PostgresServer.shared().createDatabase();
        PostgresServer.shared().execute("alter role %s createdb".formatted(home.owner()));
        return home;
    }
}
