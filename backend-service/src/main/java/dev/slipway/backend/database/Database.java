package dev.slipway.backend.database;

import dev.slipway.backend.setting.Settings;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.PGProperty;

/// The database the environment names, and how to sign in to it.
@Singleton
public final class Database {
    private static final int CONNECT_TIMEOUT_SECONDS = 5;
    private static final int ANSWER_TIMEOUT_SECONDS = 30;

    private final DatabaseAddress address;
    private final Properties properties = new Properties();

    /// Reads `DATABASE_URL`; `DATABASE_USER`, `DATABASE_PASSWORD` and `DATABASE_PASSWORD_FILE` override what it says.
    public Database(Settings settings) {
        address = DatabaseAddress.of(settings.text("DATABASE_URL").orElse(""));
        PGProperty.APPLICATION_NAME.set(properties, "backend-service");
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_TIMEOUT_SECONDS);
        PGProperty.SOCKET_TIMEOUT.set(properties, ANSWER_TIMEOUT_SECONDS);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.TARGET_SERVER_TYPE.set(properties, "primary");
        // A constraint's detail quotes the whole row, the password hash included.
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
        address.parameters().forEach(properties::setProperty);
        settings.text("DATABASE_USER").ifPresent(user -> PGProperty.USER.set(properties, user));
        settings.text("DATABASE_PASSWORD").ifPresent(password -> PGProperty.PASSWORD.set(properties, password));
        settings.text("DATABASE_PASSWORD_FILE").ifPresent(file -> PasswordFile.register(properties, file));
    }

    /// A new connection, outside the pool.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), properties());
    }

    String jdbcUrl() {
        return address.jdbcUrl();
    }

    Properties properties() {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }

    /// The address without secrets.
    @Override
    public String toString() {
        return address.toString();
    }
}
