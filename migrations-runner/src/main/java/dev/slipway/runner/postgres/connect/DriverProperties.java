package dev.slipway.runner.postgres.connect;

import java.time.Duration;
import java.util.Properties;
import org.postgresql.PGProperty;

/// What the JDBC driver is told for one attempt at one host.
record DriverProperties(ConnectionSettings settings, HostAddress host, String password, Duration limit) {
    /// Everything else is in the properties.
    static final String URL = "jdbc:postgresql://";

    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final long LONGEST_SECONDS = 1_000_000;

    Properties with(String command, StartupOptions options) {
        Properties properties = new Properties();
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        settings.driverProperties().forEach(properties::setProperty);
        PGProperty.PG_HOST.set(properties, host.name());
        PGProperty.PG_PORT.set(properties, host.port());
        PGProperty.PG_DBNAME.set(properties, settings.database());
        PGProperty.USER.set(properties, settings.user());
        // without a value the driver would look for a pass file of its own
        PGProperty.PASSWORD.set(properties, password);
        PGProperty.APPLICATION_NAME.set(properties, ApplicationName.of(command, given(PGProperty.APPLICATION_NAME)));
        // lets the driver send the name with the startup packet
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "14");
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        // a script may deallocate what the driver prepared
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        setOptions(properties, options.with(given(PGProperty.OPTIONS)));
        if (options == StartupOptions.ONLY_GIVEN) {
            // PgBouncer refuses it or passes over it, so the session sets it
            properties.remove(PGProperty.CURRENT_SCHEMA.getName());
        }
        setTimeouts(properties);
        return properties;
    }

    /// A pooler may refuse the parameter even if it is empty.
    private static void setOptions(Properties properties, String options) {
        if (!options.isEmpty()) {
            PGProperty.OPTIONS.set(properties, options);
        }
    }

    /// The same for an attempt that is given up earlier.
    DriverProperties within(Duration patience) {
        return new DriverProperties(settings, host, password, patience);
    }

    private String given(PGProperty property) {
        return settings.driverProperties().getOrDefault(property.getName(), "");
    }

    /// In whole seconds. Without them an attempt that was given up would read for ever from a silent socket.
    private void setTimeouts(Properties properties) {
        int seconds = (int) Math.min(LONGEST_SECONDS, timeout().plusMillis(999).toSeconds());
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
    }

    /// For the whole attempt; `connect_timeout=0` means no timeout, as in libpq.
    Duration timeout() {
        String given = given(PGProperty.CONNECT_TIMEOUT);
        Duration wanted = given.isEmpty() ? DEFAULT_CONNECT_TIMEOUT : Duration.ofSeconds(Long.parseLong(given));
        return wanted.isZero() || wanted.compareTo(limit) > 0 ? limit : wanted;
    }
}
