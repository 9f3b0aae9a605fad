package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.postgres.sql.Quote;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/// The one connection of a run, to a server that takes writes.
///
/// Timeouts that the role or the database sets for statements and transactions do not apply to it; `lock_timeout` is
/// left to the caller. When the runner is killed, its backend ends within a second.
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final ConnectionSettings settings;
    private final StartupOptions options;
    private final String command;
    private String applicationName;
    private String setRole = "reset role";
    private String restored = "";

    Session(Connection connection, ConnectionSettings settings, StartupOptions options, String command) {
        this.connection = connection;
        this.settings = settings;
        this.options = options;
        this.command = command;
        this.applicationName = nameOf(command);
    }

    /// Sets what the startup packet could not carry, in one round trip.
    void begin() throws SQLException {
        restored = options.statements(majorVersion());
        execute(restored);
        if (options == StartupOptions.ONLY_GIVEN) {
            watchClient();
        }
    }

    /// Not every platform can watch the client, and a server that cannot says so with an error.
    private void watchClient() {
        String statement = "set client_connection_check_interval = 1000; ";
        try {
            execute(statement);
            restored += statement;
        } catch (SQLException _) {
            // the backend of a killed runner then ends when it next talks to its client
        }
    }

    public Connection connection() {
        return connection;
    }

    /// The address without secrets: `app on db:5432`.
    public String database() {
        return settings.describe();
    }

    public String databaseName() {
        return settings.database();
    }

    /// The user who signed in.
    public String user() {
        return settings.user();
    }

    /// For example `18.6`, without what the packager adds.
    public String serverVersion() {
        String text = reportedVersion();
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    public int majorVersion() {
        String text = reportedVersion();
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits == 0 ? 0 : Integer.parseInt(text.substring(0, digits));
    }

    private String reportedVersion() {
        String version = driver().getParameterStatus("server_version");
        return version == null ? "" : version;
    }

    public int backendPid() {
        return driver().getBackendPID();
    }

    /// Acts as another role from now on, so that this role owns what is created.
    public void become(String role) throws SQLException {
        String statement = "set role " + Quote.identifier(role);
        execute(statement);
        setRole = statement;
    }

    /// The statement that restores the role of this run.
    public String setRole() {
        return setRole;
    }

    /// The statements that act as the role of this run until the transaction ends, whatever role a script took on.
    public String setLocalRole() {
        String role = setRole.startsWith("set role ") ? setRole.substring("set role ".length()) : "none";
        return "set local session authorization default; set local role " + role;
    }

    /// The statements, each ending in `; `, that restore what `reset all` takes from this run.
    public String afterReset() {
        boolean described = !applicationName.equals(nameOf(command));
        return described
                ? restored + "set application_name = %s; ".formatted(Quote.literal(applicationName))
                : restored;
    }

    /// What `pg_stat_activity` shows from the next `afterReset()` on, for example `slipway upgrade 7`.
    public void describe(String step) {
        applicationName = nameOf(command + " " + step);
    }

    private String nameOf(String doing) {
        return ApplicationName.of(
                doing, settings.driverProperties().getOrDefault(PGProperty.APPLICATION_NAME.getName(), ""));
    }

    /// Cancels the running statement, from another thread; without one, or without a connection, it does nothing.
    public void cancel() {
        try {
            driver().cancelQuery();
        } catch (SQLException _) {
            // the connection is gone, and the statement with it
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException _) {
            // it is closed either way
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private PGConnection driver() {
        return (PGConnection) connection;
    }
}
