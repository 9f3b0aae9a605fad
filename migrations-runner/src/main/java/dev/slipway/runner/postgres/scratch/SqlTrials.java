package dev.slipway.runner.postgres.scratch;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is asked of a scratch database by trying.
public final class SqlTrials {
    private static final String VIEWS = """
            select case when n.nspname = current_schema() then '' else n.nspname || '.' end || c.relname,
                   case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'foreign table' end
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('v', 'm', 'f') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            """;

    private static final String COUNTERS = """
            select case when n.nspname = current_schema() then '' else n.nspname || '.' end || t.relname || '.' || a.attname,
                   s.oid::regclass::text
            from pg_depend d
            join pg_class s on s.oid = d.objid and s.relkind = 'S'
            join pg_class t on t.oid = d.refobjid
            join pg_namespace n on n.oid = t.relnamespace
            join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
            where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
            """;

    private static final String CANNOT_COERCE = "42846";

    private SqlTrials() {}

    /// The words that cannot stand as names without quotes.
    public static Set<String> keywords(Session session) throws SQLException {
        return texts(session, "select word from pg_get_keywords() where catcode <> 'U'");
    }

    /// The sequences, as SQL names them.
    public static Set<String> sequences(Session session) throws SQLException {
        return texts(session, "select c.oid::regclass::text from pg_class c where c.relkind = 'S'");
    }

    /// Where tables are created that name no schema.
    public static String currentSchema(Session session) throws SQLException {
        return String.join("", texts(session, "select current_schema()"));
    }

    public static Set<String> schemas(Session session) throws SQLException {
        return texts(session, "select nspname from pg_namespace");
    }

    /// What is read like a table and is none, by its name within the current schema, or with its schema: `view`.
    public static Map<String, String> views(Session session) throws SQLException {
        return byText(session, VIEWS);
    }

    /// The sequences that belong to columns, as SQL names them, by table and column: `users.id`, and with the schema
    /// where that is not the current one.
    public static Map<String, String> counters(Session session) throws SQLException {
        return byText(session, COUNTERS);
    }

    private static Map<String, String> byText(Session session, String query) throws SQLException {
        Map<String, String> texts = new HashMap<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.put(row.getString(1), row.getString(2));
            }
        }
        return texts;
    }

    /// Whether PostgreSQL computes a default once for all rows that are there, and need not write them anew.
    public static boolean isComputedOnce(Session session, String type, String value) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(
                    "create temp table slipway_trial (); alter table slipway_trial add column tried %s default %s"
                            .formatted(type, value));
            Set<String> answer = texts(
                    session,
                    "select atthasmissing::text from pg_attribute"
                            + " where attrelid = 'slipway_trial'::regclass and attname = 'tried'");
            statement.execute("drop table slipway_trial");
            return answer.contains("true");
        }
    }

    /// Whether values of a type can be made such of another, as far as they fit.
    public static boolean converts(Session session, String from, String to) throws SQLException {
        if (from.equals(to)) {
            return true;
        }
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("select null::%s::%s".formatted(from, to));
            return true;
        } catch (SQLException e) {
            if (CANNOT_COERCE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /// Runs statements, each by itself.
    public static void run(Session session, List<String> statements) throws TrialRefused {
        for (String sql : statements) {
            try (Statement statement = session.connection().createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(sql);
            } catch (SQLException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw DatabaseCall.refused("try a statement", e);
                }
                throw new TrialRefused(sql, e);
            }
        }
    }

    private static Set<String> texts(Session session, String query) throws SQLException {
        Set<String> texts = new HashSet<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
