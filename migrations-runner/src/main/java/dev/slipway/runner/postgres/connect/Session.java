package dev.slipway.runner.postgres.connect;

import dev.slipway.runner.postgres.sql.Quote;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/// The one connection of a run, to a server that takes writes.
///
/// Timeouts that the role or the database sets for statements and transactions do not apply to it; `lock_timeout` is
/// left to the caller. When the runner is killed, its backend ends within a second.
public final class Session implements AutoCloseable {
    private static final int UNKNOWN = 0;

    private final Connection connection;
    private final SessionOrigin origin;
    private final StartupOptions options;
    private String applicationName;
    private String setRole = "reset role";
    private @Nullable String role;
    private String restored = "";
    private String setPath = "";
    private @Nullable String schema;
    private int backendPid = UNKNOWN;

    Session(Connection connection, SessionOrigin origin, StartupOptions options) {
        this.connection = connection;
        this.origin = origin;
        this.options = options;
        this.applicationName = nameOf(origin.command());
    }

    /// Sets what the startup packet could not carry, in one round trip.
    void begin() throws SQLException {
        begin("");
    }

    private void begin(String before) throws SQLException {
        restored = options.statements(majorVersion()) + givenPath() + origin.firstSchema();
        execute(before + restored);
        if (options == StartupOptions.ONLY_GIVEN) {
            watchClient();
        }
    }

    /// The same connection for another schema, as if it were new; this one is not used any more. Nothing is left in it
    /// but settings and the role.
    ///
    /// @return nothing if the connection is gone
    public Optional<Session> in(Schemas schemas) {
        Session session = new Session(connection, origin.in(schemas), options);
        try {
            session.begin("reset all; reset role; ");
            return Optional.of(session);
        } catch (SQLException _) {
            close();
            return Optional.empty();
        }
    }

    private String givenPath() {
        String path = origin.settings().givenPath().sql();
        return options == StartupOptions.ALL || path.isEmpty() ? "" : "set search_path = %s; ".formatted(path);
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
        return origin.settings().describe();
    }

    public String databaseName() {
        return origin.settings().database();
    }

    /// How it was made.
    public SessionOrigin origin() {
        return origin;
    }

    /// The role that the run acts as, if it is another than the user.
    public Optional<String> role() {
        return Optional.ofNullable(role);
    }

    /// The user who signed in.
    public String user() {
        return origin.settings().user();
    }

    /// For example `18.6`, without what the packager adds.
    public String serverVersion() {
        return ServerVersion.of(this).text();
    }

    public int majorVersion() {
        return ServerVersion.of(this).major();
    }

    /// What the server reported last for a setting, or an empty text if it does not report it.
    public String reported(String setting) {
        String value = driver().getParameterStatus(setting);
        return value == null ? "" : value;
    }

    /// A second session on the same database, or why it cannot be had soon.
    ///
    /// @param doing what it is for
    public ConnectAttempt attemptBeside(String doing) throws InterruptedException {
        return origin.attemptBeside(doing);
    }

    /// The process that serves this session. A pooler tells the driver another number, so the server itself is asked.
    public int backendPid() throws SQLException {
        if (backendPid == UNKNOWN) {
            backendPid = Pooler.backend(connection);
        }
        return backendPid;
    }

    /// Acts as another role from now on, so that this role owns what is created.
    public void become(String role) throws SQLException {
        String statement = "set role " + Quote.identifier(role);
        execute(statement);
        setRole = statement;
        this.role = role;
    }

    /// The schema to work in, whatever the search path says.
    public Optional<String> defaultSchema() {
        return Optional.ofNullable(origin.settings().schemas().current());
    }

    /// The schemas that are made before the first script, besides the one of the history.
    public List<String> madeSchemas() {
        return origin.settings().schemas().made();
    }

    /// Whether the schema to work in was found in the database before.
    public boolean isSchemaListed() {
        return origin.settings().schemas().listed();
    }

    /// The schema that the address names to work in, whether it exists or not.
    public Optional<String> namedSchema() {
        return origin.settings().givenPath().named();
    }

    /// Creates from now on what is not qualified in a schema, as Flyway does in its default schema: it comes before
    /// the search path that the session has, whatever schemas a script creates.
    ///
    /// @param current whether it is the one in which the session creates now
    public void workIn(String schema, SearchPath path, boolean current) throws SQLException {
        SearchPath wanted = path.startingWith(schema);
        this.schema = schema;
        setPath = wanted.equals(path) ? "" : "set search_path = %s; ".formatted(wanted.sql());
        if (!current) {
            execute(setPath);
        }
    }

    /// The schema that it works in, once that is found.
    public Optional<String> schema() {
        return Optional.ofNullable(schema);
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
        return restored + setPath + naming();
    }

    /// The statement that gives the session the name it has by now, or an empty text.
    public String naming() {
        return applicationName.equals(nameOf(origin.command()))
                ? ""
                : "set application_name = %s; ".formatted(Quote.literal(applicationName));
    }

    /// What `pg_stat_activity` shows from the next `naming()` on, for example `slipway upgrade 7`.
    public void describe(String step) {
        applicationName = nameOf(origin.command() + " " + step);
    }

    private String nameOf(String doing) {
        return ApplicationName.of(
                doing, origin.settings().driverProperties().getOrDefault(PGProperty.APPLICATION_NAME.getName(), ""));
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

    /// Runs SQL as it stands: the driver would take braces for escapes of its own.
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    PGConnection driver() {
        return (PGConnection) connection;
    }
}
