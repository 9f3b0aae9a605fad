package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.CatalogQueries;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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

    private static final String PREPARED =
            "select name from pg_catalog.pg_prepared_statements where not pg_catalog.starts_with(name, '%s')"
                    .formatted(CatalogQueries.PREFIX);

    private final Session session;
    private final List<String> usual;
    private boolean stale;

    ScriptPlans(Session session) {
        this.session = session;
        this.usual = reported();
    }

    /// Has to be called after each statement of a script.
    void after(String sql) {
        stale = stale || !reported().equals(usual) || UNREPORTED.matcher(sql).find();
    }

    /// Lets go of them.
    void end() throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(PREPARED)) {
                while (row.next()) {
                    statements.add("deallocate " + Quote.identifier(row.getString(1)));
                }
            }
            if (stale) {
                statements.add("discard plans");
                stale = false;
            }
            if (!statements.isEmpty()) {
                statement.execute(String.join("; ", statements));
            }
        }
    }

    private List<String> reported() {
        return REPORTED.stream().map(session::reported).toList();
    }
}
