package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.model.UnavailableReason;
import java.io.IOException;
import java.security.Security;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/// Tries to connect, and tells a server that takes writes from every other outcome.
public final class Connector {
    private static final int OLDEST_MAJOR = 14;

    /// Held, since a logger nobody holds forgets its level.
    private static final Logger DRIVER_LOG = Logger.getLogger("org.postgresql");

    static {
        // what the driver has to say is in its exceptions
        DRIVER_LOG.setLevel(Level.OFF);
        // Java remembers for 10 s that a name is unknown, so that a service that just started would wait for nothing
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    private final ConnectionSettings settings;
    private final String command;
    private final boolean onlyReads;

    private Connector(ConnectionSettings settings, String command, boolean onlyReads) {
        this.settings = settings;
        this.command = command;
        this.onlyReads = onlyReads;
    }

    public Connector(ConnectionSettings settings, String command) {
        this(settings, command, false);
    }

    /// For who only reads a standby does as well. A server that takes writes is looked for first: it knows the latest.
    public static Connector forReads(ConnectionSettings settings, String command) {
        return new Connector(settings, command, true);
    }

    /// Tries each host once. The most telling failure is that of a host which is not merely a standby.
    ///
    /// @param limit for all hosts together, so that a silent one leaves time for the rest
    public ConnectAttempt attempt(Duration limit) throws InterruptedException {
        long start = System.nanoTime();
        List<ConnectAttempt.Failed> failures = new ArrayList<>();
        ConnectAttempt attempt = new Connector(settings, command).first(limit, failures);
        boolean another = attempt instanceof ConnectAttempt.Failed
                && onlyReads
                && failures.stream().anyMatch(failed -> failed.reason().answersReads());
        return another ? first(limit.minusNanos(System.nanoTime() - start), new ArrayList<>()) : attempt;
    }

    /// @param failures where those are kept that come before
    private ConnectAttempt first(Duration limit, List<ConnectAttempt.Failed> failures) throws InterruptedException {
        long start = System.nanoTime();
        for (HostAddress host : settings.hosts()) {
            Duration remaining = limit.minusNanos(System.nanoTime() - start);
            int hosts = settings.hosts().size() - failures.size();
            switch (attempt(host, remaining.dividedBy(hosts))) {
                case ConnectAttempt.Connected connected -> {
                    return connected;
                }
                case ConnectAttempt.Failed failed -> failures.add(failed);
            }
        }
        return failures.size() == 1 ? failures.getFirst() : summary(failures);
    }

    private ConnectAttempt.Failed summary(List<ConnectAttempt.Failed> failures) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < failures.size(); i++) {
            said.add(settings.hosts().get(i) + " " + failures.get(i).said());
        }
        UnavailableReason reason = failures.stream()
                .map(ConnectAttempt.Failed::reason)
                .filter(each -> each != UnavailableReason.IN_RECOVERY)
                .findFirst()
                .orElse(UnavailableReason.IN_RECOVERY);
        return new ConnectAttempt.Failed(reason, String.join("; ", said));
    }

    private ConnectAttempt attempt(HostAddress host, Duration limit) throws InterruptedException {
        String password;
        try {
            password = settings.password().read(host, settings.database(), settings.user());
        } catch (IOException e) {
            return new ConnectAttempt.Failed(UnavailableReason.PASSWORD_UNREADABLE, "file: " + e);
        }
        DriverProperties properties = new DriverProperties(settings, host, password, limit);
        return BoundedConnectAttempt.run(() -> diagnosed(properties), properties.timeout());
    }

    private ConnectAttempt diagnosed(DriverProperties properties) {
        try {
            return connect(properties);
        } catch (SQLException e) {
            return ConnectFailure.of(e, !properties.password().isEmpty());
        }
    }

    private ConnectAttempt connect(DriverProperties properties) throws SQLException {
        try {
            return connect(properties, StartupOptions.ALL);
        } catch (SQLException e) {
            if (!ConnectFailure.isOptionRefused(e)) {
                throw e;
            }
            return connect(properties, StartupOptions.ONLY_GIVEN);
        }
    }

    private ConnectAttempt connect(DriverProperties properties, StartupOptions options) throws SQLException {
        Connection connection =
                Objects.requireNonNull(new Driver().connect(DriverProperties.URL, properties.with(command, options)));
        try {
            ConnectAttempt attempt = examined(connection, properties, options);
            switch (attempt) {
                case ConnectAttempt.Connected _ -> connection.setNetworkTimeout(Runnable::run, 0);
                case ConnectAttempt.Failed _ -> connection.close();
            }
            return attempt;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private ConnectAttempt examined(Connection connection, DriverProperties properties, StartupOptions options)
            throws SQLException {
        Session session = new Session(connection, origin(properties), options);
        if (session.majorVersion() < OLDEST_MAJOR) {
            return new ConnectAttempt.Failed(
                    UnavailableReason.UNSUPPORTED_VERSION, "server: its version is " + session.serverVersion());
        }
        ConnectAttempt attempt = onlyReads ? new ConnectAttempt.Connected(session) : writable(session);
        if (attempt instanceof ConnectAttempt.Failed) {
            return attempt;
        }
        if (Pooler.isBetween(session)) {
            return pooled(connection, properties);
        }
        session.begin();
        return attempt;
    }

    private SessionOrigin origin(DriverProperties properties) {
        return new SessionOrigin(settings, properties.host(), command);
    }

    /// A pooler may have passed over what the startup packet said.
    private ConnectAttempt pooled(Connection connection, DriverProperties properties) throws SQLException {
        if (new Pooler(connection, properties).shares(command)) {
            return new ConnectAttempt.Failed(
                    UnavailableReason.POOLED, "server: its sessions go from one client to the next");
        }
        Session session = new Session(connection, origin(properties), StartupOptions.ONLY_GIVEN);
        session.begin();
        return new ConnectAttempt.Connected(session);
    }

    /// From version 14 on the server reports both by itself; only a pooler may keep them back.
    private static ConnectAttempt writable(Session session) throws SQLException {
        Map<String, String> reported =
                session.connection().unwrap(PGConnection.class).getParameterStatuses();
        String recovery = reported.get("in_hot_standby");
        String readOnly = reported.get("default_transaction_read_only");
        return recovery == null || readOnly == null ? askedWritable(session) : writable(session, recovery, readOnly);
    }

    private static ConnectAttempt writable(Session session, String recovery, String readOnly) {
        if (recovery.equals("on")) {
            return new ConnectAttempt.Failed(UnavailableReason.IN_RECOVERY, "server: in_hot_standby is on");
        }
        if (readOnly.equals("on")) {
            return new ConnectAttempt.Failed(
                    UnavailableReason.READ_ONLY, "server: default_transaction_read_only is on");
        }
        return new ConnectAttempt.Connected(session);
    }

    private static ConnectAttempt askedWritable(Session session) throws SQLException {
        String question = "select case when pg_is_in_recovery() then 'on' else 'off' end,"
                + " current_setting('default_transaction_read_only')";
        try (Statement statement = session.connection().createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return writable(session, answer.getString(1), answer.getString(2));
        }
    }
}
