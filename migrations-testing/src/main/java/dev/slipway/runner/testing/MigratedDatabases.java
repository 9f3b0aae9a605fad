package dev.slipway.runner.testing;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Databases for tests, each at the revision a test wants.
///
/// The scripts run once for each revision that is asked for, in a template; every database is a copy of it, which
/// takes milliseconds. Templates stay on the server for the next run of the tests, and are known by the content of
/// the scripts: a changed script makes another template. Several processes may use one server at the same time, if
/// all of them give the same URL.
public final class MigratedDatabases implements AutoCloseable {
    private final TestServer server;
    private final List<String> locations;
    private final SortedMap<String, String> placeholders;

    private MigratedDatabases(TestServer server, List<String> locations, Map<String, String> placeholders) {
        this.server = server;
        this.locations = List.copyOf(locations);
        this.placeholders = new TreeMap<>(placeholders);
    }

    /// @param url of any database on the server, with a user who may create databases and will own them:
    ///     `postgresql://user:password@localhost:5432/postgres`
    public static MigratedDatabases on(String url) {
        return of(TestServer.at(url, Map.of()));
    }

    /// @param jdbcUrl as Testcontainers gives it
    public static MigratedDatabases on(String jdbcUrl, String user, String password) {
        return of(TestServer.at(jdbcUrl, Map.of("DATABASE_USER", user, "DATABASE_PASSWORD", password)));
    }

    private static MigratedDatabases of(TestServer server) {
        return new MigratedDatabases(server, List.of("migrations"), Map.of());
    }

    /// The same server with the scripts of other places than the folder `migrations`.
    ///
    /// @param places as `--locations` takes them: `../migrations`, `classpath:db/migration`
    public MigratedDatabases from(String... places) {
        return new MigratedDatabases(server, List.of(places), placeholders);
    }

    /// The same with a value for `${name}` in the scripts.
    public MigratedDatabases placeholder(String name, String value) {
        Map<String, String> more = new TreeMap<>(placeholders);
        more.put(name, value);
        return new MigratedDatabases(server, locations, more);
    }

    /// A new database at a revision, which is dropped when it is closed.
    ///
    /// @param target as `upgrade` takes it: `head`, `heads`, `base`, a version, `head-1`
    public MigratedDatabase at(String target) {
        Migration migration = new Migration(server.address(), locations, placeholders);
        return new MigratedDatabase(server, migration, server.copy(migration.template(target), migration));
    }

    /// Drops what was not closed yet. The end of the process does nothing of that, but the next run of the tests.
    @Override
    public void close() {
        server.close();
    }
}
