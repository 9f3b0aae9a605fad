package dev.slipway.runner.postgres.scratch;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.connect.ConnectAttempt;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Connector;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.CreateDatabase;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.postgres.sql.DatabaseUnavailable;
import dev.slipway.runner.postgres.sql.DropDatabase;
import dev.slipway.runner.postgres.sql.Quote;
import dev.slipway.runner.postgres.sql.ScratchRefused;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Makes scratch databases on a server, and drops all that are left when it is closed.
///
/// The name of a database tells when it was made, by the server's clock: what a killed run leaves behind can be found.
public final class ScratchServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String EMPTY = "template0 encoding 'UTF8'";
    private static final String NAME =
            "'slipway_scratch_' || to_char(%s at time zone 'utc', 'YYYYMMDDHH24MISS') || '_'";
    private static final String NEW_NAME = "select %s || left(md5(random()::text || clock_timestamp()), 8)"
            .formatted(NAME.formatted("clock_timestamp()"));
    private static final String LEFT_OVER =
            "select datname from pg_database where datname ~ '^slipway_scratch_[0-9]{14}_[0-9a-f]{8}$' and datname < "
                    + NAME.formatted("(now() - interval '1 day')");

    private final ConnectionSettings settings;
    private final String command;
    private final Consumer<Session> opened;
    private final Set<String> databases = new LinkedHashSet<>();
    private final ScratchExtensions extensions = new ScratchExtensions();
    private final ScratchRoleTracker roles = new ScratchRoleTracker(this::session);
    private Session session;

    /// @param session in a database that stays, of a user who may create others
    /// @param command shown in `pg_stat_activity`
    /// @param opened takes each session that is about to run something, so that a signal can cancel it
    public ScratchServer(Session session, ConnectionSettings settings, String command, Consumer<Session> opened) {
        this.session = session;
        this.settings = settings;
        this.command = command;
        this.opened = opened;
    }

    /// A new database with nothing in it, not even what the server puts into others, but the extensions that were made
    /// up.
    public ScratchDatabase create() {
        ScratchDatabase database = create(EMPTY);
        addExtensions(database.name());
        return database;
    }

    /// Finds the extension whose lack the server complains of. Each database that is created from now on has it.
    public boolean makeUpExtension(ServerError error) {
        return extensions.makeUp(error, this::extensionMembers);
    }

    /// Whether the server complains of the lack of an extension that can still be made up.
    boolean lacksExtension(ServerError error) {
        return extensions.missing(error, this::extensionMembers).isPresent();
    }

    private Map<String, String> extensionMembers() {
        try (ScratchDatabase probe = create(EMPTY)) {
            return DatabaseCall.query(
                    "list the objects of extensions", () -> ScratchExtensions.members(probe.session()));
        }
    }

    /// The extensions that were made up, since scripts use them and none makes them.
    public List<String> extensionsMadeUp() {
        return extensions.madeUp();
    }

    ScratchExtensions extensions() {
        return extensions;
    }

    void addExtensions(String name) {
        if (!extensions.isEmpty()) {
            try (Session there = connect(name)) {
                DatabaseCall.run("create extensions", () -> extensions.create(there));
            }
        }
    }

    /// A new database that is equal to another, to which nobody is connected.
    ScratchDatabase copyOf(String name) {
        ScratchDatabase copy = create(Quote.identifier(name));
        roles.copied(name, copy.name());
        return copy;
    }

    ScratchRoleTracker roles() {
        return roles;
    }

    private Session session() {
        return session;
    }

    /// The roles that were made up, since scripts name them and nobody has made them.
    public List<String> rolesMadeUp() {
        return roles.madeUp();
    }

    private ScratchDatabase create(String template) {
        String name = DatabaseCall.query("name a scratch database", () -> list(NEW_NAME))
                .getFirst();
        databases.add(name);
        try {
            CreateDatabase.named(name, template, session.connection());
        } catch (SQLException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw DatabaseCall.refused("create a scratch database", e);
            }
            throw new SlipwayException(new ScratchRefused(settings.server(), settings.user(), ServerErrors.of(e)), e);
        }
        return new ScratchDatabase(this, name);
    }

    /// Drops what killed runs have left behind, unless it is younger than a day or somebody uses it.
    ///
    /// @return what could not be dropped
    public List<String> dropLeftOvers() {
        List<String> kept = new ArrayList<>();
        for (String name : DatabaseCall.query("look for scratch databases that were left", () -> list(LEFT_OVER))) {
            try {
                session.execute("drop database if exists " + Quote.identifier(name));
            } catch (SQLException _) {
                kept.add(name);
            }
        }
        return kept;
    }

    Session connect(String name) {
        try {
            ConnectionSettings there = settings.in(name);
            return switch (new Connector(there, command).attempt(LIMIT)) {
                case ConnectAttempt.Connected(Session connected) -> connected;
                case ConnectAttempt.Failed failed ->
                    throw new SlipwayException(new DatabaseUnavailable(
                            there.describe(), failed.reason(), failed.said(), Duration.ZERO, 1));
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SlipwayException(new Interrupted(RunProgress.NOTHING, ""), e);
        }
    }

    /// Before a session runs something in a database.
    void uses(Session used, String database) {
        roles.show(database);
        opened.accept(used);
        if (Thread.currentThread().isInterrupted()) {
            throw new SlipwayException(new Interrupted(RunProgress.NOTHING, ""));
        }
    }

    /// Drops a database with all its connections. If that fails, `close` tries again.
    void drop(String name) {
        try {
            DropDatabase.named(name, session.connection());
            databases.remove(name);
            roles.dropped(name);
        } catch (SQLException _) {
            // it is still among the databases
        }
    }

    /// The databases that are there now.
    public Set<String> databases() {
        return Set.copyOf(databases);
    }

    /// Drops all databases that are left, on a new connection if this one broke; also when the run is interrupted.
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            List.copyOf(databases).forEach(this::drop);
            if (!databases.isEmpty()) {
                session.close();
                session = connect(settings.database());
                List.copyOf(databases).forEach(this::drop);
            }
        } catch (SlipwayException _) {
            // the server is gone; who closes this finds out from the databases that are left
        } finally {
            roles.close();
            session.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Leaves all databases to a server that ends with them.
    public void leave() {
        session.close();
    }

    private List<String> list(String query) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
