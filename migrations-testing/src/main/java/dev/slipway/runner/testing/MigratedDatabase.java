package dev.slipway.runner.testing;

/// A database of one test.
public final class MigratedDatabase implements AutoCloseable {
    private final TestServer server;
    private final Migration migration;
    private final String name;

    MigratedDatabase(TestServer server, Migration migration, String name) {
        this.server = server;
        this.migration = migration;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /// With user and password, as `DATABASE_URL` takes it.
    public String url() {
        return server.address().url(name);
    }

    /// For the JDBC driver, which is given user and password beside it.
    public String jdbcUrl() {
        return server.address().jdbcUrl(name);
    }

    /// Who owns all that is in it.
    public String user() {
        return server.address().user();
    }

    public String password() {
        return server.address().password();
    }

    /// Runs the scripts up to a target, so that a test sees what becomes of its rows.
    public void upgrade(String target) {
        migration.run(name, target);
    }

    /// Drops it, even if somebody is connected to it still.
    @Override
    public void close() {
        server.drop(name);
    }

    @Override
    public String toString() {
        return jdbcUrl();
    }
}
