package dev.slipway.backend.database;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Factory;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import javax.sql.DataSource;

/// The connections that requests share. The first request opens the first of them, when the gate is open.
@Factory
final class Pool {
    private static final Duration BORROW_TIMEOUT = Duration.ofSeconds(5);

    private final HikariDataSource connections = new HikariDataSource();

    Pool(Database database) {
        connections.setPoolName("accounts");
        connections.setJdbcUrl(database.jdbcUrl());
        connections.setDataSourceProperties(database.properties());
        connections.setMinimumIdle(1);
        connections.setConnectionTimeout(BORROW_TIMEOUT.toMillis());
        connections.setInitializationFailTimeout(-1);
    }

    /// Named as Micronaut Data names the one database of a service.
    @Singleton
    @Named("default")
    DataSource dataSource() {
        return connections;
    }

    @PreDestroy
    void close() {
        connections.close();
    }
}
