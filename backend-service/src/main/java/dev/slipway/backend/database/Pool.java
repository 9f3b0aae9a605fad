package dev.slipway.backend.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.slipway.backend.setting.Settings;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.configuration.metrics.annotation.RequiresMetrics;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;

/// The connections that requests share, and bounds for those that wait: for one of them, for a lock, for an answer.
///
/// The first request opens the first connection, when the gate is open.
@Factory
final class Pool {
    private static final Duration BORROW_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final BoundedQueue connections;

    Pool(Database database, Settings settings) {
        connections = new BoundedQueue(settings.number("DATABASE_QUEUE", 100, 0, 10_000));
        connections.setPoolName("accounts");
        connections.setJdbcUrl(database.jdbcUrl());
        connections.setDataSourceProperties(database.properties());
        connections.setMaximumPoolSize(settings.number("DATABASE_POOL_SIZE", 10, 1, 500));
        connections.setMinimumIdle(1);
        connections.setConnectionTimeout(BORROW_TIMEOUT.toMillis());
        connections.setInitializationFailTimeout(-1);
        connections.setConnectionInitSql("set statement_timeout = %d; set lock_timeout = %d"
                .formatted(
                        settings.duration("DATABASE_STATEMENT_TIMEOUT", Duration.ofSeconds(10), SHORTEST, LONGEST)
                                .toMillis(),
                        settings.duration("DATABASE_LOCK_TIMEOUT", Duration.ofSeconds(3), SHORTEST, LONGEST)
                                .toMillis()));
    }

    /// Named as Micronaut Data names the one database of a service.
    @Context
    @Named("default")
    DataSource dataSource() {
        return connections;
    }

    @Singleton
    @RequiresMetrics
    MeterBinder metrics() {
        return connections::setMetricRegistry;
    }

    @Context
    PoolQueue queue() {
        return connections::isFull;
    }

    @PreDestroy
    void close() {
        connections.close();
    }

    /// Refuses at once when so many wait already that one more would wait in vain.
    private static final class BoundedQueue extends HikariDataSource {
        private final int most;

        private BoundedQueue(int most) {
            this.most = most;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (isFull()) {
                throw new SQLTransientConnectionException("%d requests wait for a connection already".formatted(most));
            }
            return super.getConnection();
        }

        private boolean isFull() {
            return isRunning()
                    && getHikariPoolMXBean() != null
                    && getHikariPoolMXBean().getIdleConnections() == 0
                    && getHikariPoolMXBean().getThreadsAwaitingConnection() >= Math.max(most, 1)
                    && getHikariPoolMXBean().getTotalConnections() >= getMaximumPoolSize();
        }
    }
}
