package dev.slipway.runner.acceptance;

import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/// Flyway as anybody else would use it, on the same scripts.
public final class StockFlyway {
    private static final Logger LOGGER = Logger.getLogger("org.flywaydb");

    static {
        LOGGER.setLevel(Level.WARNING);
    }

    private StockFlyway() {}

    public static Flyway on(TestDatabase database, Path scripts) {
        return configured(database, scripts).load();
    }

    public static Flyway on(TestDatabase database, Path scripts, Map<String, String> placeholders) {
        return configured(database, scripts).placeholders(placeholders).load();
    }

    public static void baseline(TestDatabase database, Path scripts, String version) {
        configured(database, scripts).baselineVersion(version).load().baseline();
    }

    private static FluentConfiguration configured(TestDatabase database, Path scripts) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.password())
                .locations("filesystem:" + scripts);
        // with its default, a transaction that holds the lock, Flyway waits for itself at CREATE INDEX CONCURRENTLY
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return configuration;
    }
}
