package dev.slipway.runner.postgres.apply;

import static java.util.stream.Collectors.joining;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.CatalogQueries;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/// The plans that a script has left in the session: what it has prepared, and what functions have kept.
///
/// The server makes a kept plan anew when anything that it names has changed, the search path included. Only constants
/// stay as they were read, under the settings of another script, so then all plans are let go of. Those that Slipway
/// has prepared itself are worth keeping: to make them takes several times as long as to read the catalog by them.
final class ScriptPlans {
    /// The settings under which constants are read, as far as the server reports them.
    private static final List<String> REPORTED =
            List.of("DateStyle", "IntervalStyle", "TimeZone", "standard_conforming_strings");

    /// What sets the others.
    private static final Pattern UNREPORTED = Pattern.compile(
            "xmloption|xml\\s+option|array_nulls|transform_null_equals|lc_monetary|set_config",
            Pattern.CASE_INSENSITIVE);

    /// The column with what a script has prepared.
    static final String COLUMN = "slipway_prepared";

    private static final String PREPARED =
            "select name as %s from pg_catalog.pg_prepared_statements where not pg_catalog.starts_with(name, '%s')"
                    .formatted(COLUMN, CatalogQueries.PREFIX);

    private final Session session;
    private final List<String> usual;
    private List<String> prepared = List.of();
    private boolean stale;

    ScriptPlans(Session session) {
        this.session = session;
        this.usual = reported();
    }

    /// Has to be called after each statement of a script.
    void after(String sql) {
        stale = stale || !reported().equals(usual) || UNREPORTED.matcher(sql).find();
    }

    /// The statements that let go of the kept ones, and ask for those to `drop` in the column.
    String ending() {
        return (stale ? "discard plans; " : "") + PREPARED + "; ";
    }

    /// That the statements of `ending` ran.
    ///
    /// @param names what they gave in the column
    void ended(List<String> names) {
        stale = false;
        prepared = names;
    }

    /// The statements that drop what a script has prepared. After a commit they belong to the next script: once a
    /// script
    /// is committed, nothing more of it may fail.
    String drop() {
        String statements = prepared.stream()
                .map(name -> "deallocate %s; ".formatted(Quote.identifier(name)))
                .collect(joining());
        prepared = List.of();
        return statements;
    }

    /// That the statements of `ending` ran, and drops what they gave.
    void dropNow(List<String> names) throws SQLException {
        ended(names);
        String statements = drop();
        if (!statements.isEmpty()) {
            new SimpleQuery(session.connection(), _ -> {}).run(statements);
        }
    }

    private List<String> reported() {
        return REPORTED.stream().map(session::reported).toList();
    }
}
