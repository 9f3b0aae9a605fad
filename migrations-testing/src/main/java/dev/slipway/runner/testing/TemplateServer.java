package dev.slipway.runner.testing;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.CreateDatabase;
import dev.slipway.runner.postgres.sql.DropDatabase;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Makes and drops databases from a session on another database of the server.
///
/// Its locks are advisory ones, which belong to the database of the session. So names of databases begin with a prefix
/// that says which database that is, and sessions on different databases do not meddle with each other.
final class TemplateServer {
    private static final String TEMPLATE = "slipway_template_";
    private static final String COPY = "slipway_copy_";

    /// The first half of the key of each lock; the second is that of a template or a run.
    private static final int LOCKS = 0x736C_6970;

    private final Session session;
    private final long home;

    private TemplateServer(Session session, long home) {
        this.session = session;
        this.home = home;
    }

    static TemplateServer of(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(
                        "select oid::bigint from pg_database where datname = current_database()")) {
            row.next();
            return new TemplateServer(session, row.getLong(1));
        }
    }

    String templateName(String hash) {
        return "%s%d_%s".formatted(TEMPLATE, home, hash);
    }

    String copyName(int run, int number) {
        return "%s%d_%08x_%d".formatted(COPY, home, run, number);
    }

    /// Waits for the lock. To wait in the server is safe here: what it would hold up is in other databases.
    void lock(int key) throws SQLException {
        call("select pg_advisory_lock(?, ?)", key);
    }

    void lockShared(int key) throws SQLException {
        call("select pg_advisory_lock_shared(?, ?)", key);
    }

    void unlock(int key) throws SQLException {
        call("select pg_advisory_unlock(?, ?)", key);
    }

    void unlockShared(int key) throws SQLException {
        call("select pg_advisory_unlock_shared(?, ?)", key);
    }

    /// Whether the lock was free; then it is held now.
    boolean tryLock(int key) throws SQLException {
        return call("select pg_try_advisory_lock(?, ?)", key);
    }

    private boolean call(String sql, int key) throws SQLException {
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setInt(1, LOCKS);
            statement.setInt(2, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Boolean.TRUE.equals(row.getObject(1));
            }
        }
    }

    /// Whether the template was made to its end: only then it takes no connections any more.
    boolean isComplete(String template) throws SQLException {
        try (PreparedStatement statement = session.connection()
                .prepareStatement("select 1 from pg_database where datname = ? and not datallowconn")) {
            statement.setString(1, template);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    void create(String database) throws SQLException {
        CreateDatabase.named(database, "template1", session.connection());
    }

    /// From now on nobody connects to it, so that nobody is in the way of a copy.
    void complete(String template) throws SQLException {
        session.execute("alter database %s allow_connections false".formatted(Quote.identifier(template)));
    }

    /// Keeps the template from being taken for an old one.
    void markUsed(String template) throws SQLException {
        session.execute(TextResource.read(TemplateServer.class, "mark-used.sql")
                .replace("${template}", Quote.literal(template)));
    }

    void copy(String template, String database) throws SQLException {
        CreateDatabase.named(database, Quote.identifier(template), session.connection());
    }

    /// Drops the database, even if somebody is connected to it.
    void drop(String database) throws SQLException {
        DropDatabase.named(database, session.connection());
    }

    /// The hashes of templates that were not used for a day.
    List<String> oldTemplates() throws SQLException {
        return names("old-templates.sql", TEMPLATE);
    }

    /// The copies of all runs, of this process and others.
    List<String> copies() throws SQLException {
        return names("copies.sql", COPY);
    }

    /// The run that a copy belongs to.
    static int runOf(String copy) {
        String[] parts = copy.substring(COPY.length()).split("_", -1);
        return Integer.parseUnsignedInt(parts[1], 16);
    }

    private List<String> names(String query, String prefix) throws SQLException {
        try (PreparedStatement statement =
                session.connection().prepareStatement(TextResource.read(TemplateServer.class, query))) {
            statement.setString(1, prefix + home + "_");
            try (ResultSet rows = statement.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }
    }
}
