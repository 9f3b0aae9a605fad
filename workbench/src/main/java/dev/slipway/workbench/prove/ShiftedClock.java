package dev.slipway.workbench.prove;

import dev.slipway.runner.model.schema.Namespace;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Lets a script run as if on another day and on another version of PostgreSQL: functions such as `now()` are found
/// in a schema of ours before those of PostgreSQL, also by the functions that a script calls.
public final class ShiftedClock {
    private static final String SCHEMA = "slipway_elsewhere";

    /// More than a year later, so that year, month, week and day are others.
    private static final String FUNCTIONS = """
        create schema slipway_elsewhere;
        create function slipway_elsewhere.later() returns interval immutable language sql
            as $$ select interval '400 days 05:07:11' $$;
        create function slipway_elsewhere.now() returns timestamptz stable language sql
            as $$ select pg_catalog.now() + slipway_elsewhere.later() $$;
        create function slipway_elsewhere.transaction_timestamp() returns timestamptz stable language sql
            as $$ select pg_catalog.now() + slipway_elsewhere.later() $$;
        create function slipway_elsewhere.statement_timestamp() returns timestamptz stable language sql
            as $$ select pg_catalog.statement_timestamp() + slipway_elsewhere.later() $$;
        create function slipway_elsewhere.clock_timestamp() returns timestamptz language sql
            as $$ select pg_catalog.clock_timestamp() + slipway_elsewhere.later() $$;
        create function slipway_elsewhere."current_timestamp"() returns timestamptz stable language sql
            as $$ select pg_catalog.now() + slipway_elsewhere.later() $$;
        create function slipway_elsewhere."localtimestamp"() returns timestamp stable language sql
            as $$ select (pg_catalog.now() + slipway_elsewhere.later())::timestamp $$;
        create function slipway_elsewhere."current_date"() returns date stable language sql
            as $$ select (pg_catalog.now() + slipway_elsewhere.later())::date $$;
        create function slipway_elsewhere.version() returns text stable language sql
            as $$ select 'PostgreSQL 99.9 on elsewhere' $$;
        create function slipway_elsewhere.current_setting(text) returns text stable language sql
            as $$ select case $1 when 'server_version' then '99.9' when 'server_version_num' then '990009'
                else pg_catalog.current_setting($1) end $$;
        """;

    private static final String FIND_FIRST = """
        select set_config('search_path', \
        concat_ws(', ', nullif(current_setting('search_path'), ''), '%s', 'pg_catalog'), false)\
        """.formatted(SCHEMA);

    /// What is no function to PostgreSQL, and how it shows in a definition.
    private static final Map<Pattern, String> WORDS = words("current_timestamp", "current_date", "localtimestamp");

    /// Words of which PostgreSQL makes a moment as soon as it reads them.
    private static final Pattern MOMENT =
            Pattern.compile("(?i)'\\s*(?:now|today)\\s*'(?=\\s*::\\s*(?:timestamp|date))");

    private static final Map<String, String> SHOWN = Map.of(
            "\"current_timestamp\"()", "CURRENT_TIMESTAMP",
            "\"current_date\"()", "CURRENT_DATE",
            "\"localtimestamp\"()", "LOCALTIMESTAMP");

    private ShiftedClock() {}

    private static Map<Pattern, String> words(String... words) {
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        for (String word : words) {
            patterns.put(
                    Pattern.compile("(?i)(?<![\\w\".$])%s\\b(?!\")(?:\\s*\\(\\s*\\d\\s*\\))?".formatted(word)),
                    "%s.\"%s\"()".formatted(SCHEMA, word));
        }
        return patterns;
    }

    /// Prepares a scratch database, on which nothing else is to be tried.
    public static void prepare(Session session) throws SQLException {
        try (java.sql.Statement statement = session.connection().createStatement()) {
            statement.execute(FUNCTIONS);
        }
    }

    /// The statements as they run there.
    public static List<Statement> of(List<Statement> statements) {
        List<Statement> all = new ArrayList<>();
        all.add(new Statement(FIND_FIRST, 1, 1, null));
        statements.forEach(statement -> all.add(
                new Statement(replaced(statement.sql()), statement.line(), statement.column(), statement.copyData())));
        return all;
    }

    private static String replaced(String sql) {
        String replaced = MOMENT.matcher(sql).replaceAll("%s.\"localtimestamp\"()".formatted(SCHEMA));
        for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
            replaced = word.getKey().matcher(replaced).replaceAll(word.getValue());
        }
        return replaced;
    }

    /// What a script made there, worded as if it had been made here.
    public static Schema shown(Schema made) {
        Collection<SchemaObject> objects = made.objects().values();
        TreeMap<SchemaObject.Key, SchemaObject> shown = new TreeMap<>();
        objects.stream()
                .filter(object ->
                        Namespace.of(object.key()).filter(SCHEMA::equals).isEmpty())
                .forEach(object -> shown.put(object.key(), SchemaObject.of(object.key(), shown(object.definition()))));
        return Schema.of(shown);
    }

    private static String shown(String definition) {
        String shown = definition.replace(SCHEMA + ".", "");
        for (Map.Entry<String, String> word : SHOWN.entrySet()) {
            shown = shown.replace(word.getKey(), word.getValue());
        }
        return shown;
    }
}
