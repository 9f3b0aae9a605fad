package dev.slipway.workbench.prove;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What a script can ask the server for that is another one on another day or elsewhere.
///
/// @param days in every time zone, in the forms in which they come into definitions and names
/// @param server its version and what belongs to it
/// @param database its name
/// @param user who runs the scripts
public record ServerCircumstances(Set<String> days, Set<String> server, String database, String user) {
    private static final String QUERY = """
        select string_agg(to_char(current_date + shift, form), ' ') as days,
               version() || chr(10) || current_setting('server_version') as server,
               current_database() as base,
               current_user as who
        from generate_series(-1, 1) as shift,
             unnest(array['YYYY-MM-DD', 'YYYYMMDD', 'YYYY_MM_DD', 'YYYY_MM', 'YYYYMM']) as form\
        """;

    private static final Pattern ASKS_DAY = word("now|today|tomorrow|yesterday|current_date|current_timestamp|localtime"
            + "|localtimestamp|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|flyway:timestamp");
    private static final Pattern ASKS_SERVER = word("version|server_version");
    private static final Pattern ASKS_DATABASE = word("current_database|current_catalog|flyway:database");
    private static final Pattern ASKS_USER = word("current_user|current_role|session_user|flyway:user");

    public ServerCircumstances {
        days = Set.copyOf(days);
        server = Set.copyOf(server);
    }

    public static ServerCircumstances read(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new ServerCircumstances(
                    new HashSet<>(Arrays.asList(row.getString("days").split(" "))),
                    new HashSet<>(Arrays.asList(row.getString("server").split("\n"))),
                    row.getString("base"),
                    row.getString("who"));
        }
    }

    static boolean asksForDatabase(String script) {
        return ASKS_DATABASE.matcher(script).find();
    }

    /// What in a definition can only come from these circumstances: the script asks for it and does not say it.
    ///
    /// @param script its text
    public Set<String> in(String script) {
        Set<String> found = new HashSet<>();
        if (ASKS_DAY.matcher(script).find()) {
            found.addAll(days);
        }
        if (ASKS_SERVER.matcher(script).find()) {
            found.addAll(server);
        }
        if (ASKS_DATABASE.matcher(script).find()) {
            found.add(database);
        }
        if (ASKS_USER.matcher(script).find()) {
            found.add(user);
        }
        found.removeIf(script::contains);
        return found;
    }

    private static Pattern word(String words) {
        return Pattern.compile("(?i)\\b(?:%s)\\b".formatted(words));
    }
}
