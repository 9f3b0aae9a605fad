package dev.slipway.workbench.diff;

import dev.slipway.runner.model.schema.UnknownOption;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Hides from the library the options that nothing is known of: it would write them into SQL that no server takes.
///
/// @param unknown their names
record KnownQueries(List<String> unknown) {
    private static final Pattern OPTIONS = Pattern.compile("\\b[a-z_]+\\.(attoptions|reloptions)\\b");
    private static final Pattern INDEX = Pattern.compile("pg_catalog\\.pg_get_indexdef\\([a-z_.]+\\)");

    static KnownQueries on(Session session, SchemaScope scope) throws SQLException {
        return new KnownQueries(SchemaReader.unknownOptions(session, scope).stream()
                .map(UnknownOption::name)
                .toList());
    }

    /// What to ask instead.
    String of(String sql) {
        if (unknown.isEmpty()) {
            return sql;
        }
        String known = OPTIONS.matcher(sql).replaceAll(options -> Matcher.quoteReplacement(known(options)));
        return INDEX.matcher(known).replaceAll(index -> Matcher.quoteReplacement(withoutUnknown(index)));
    }

    private String known(MatchResult options) {
        return "(select array_agg(o) as %s from unnest(%s) as o where split_part(o, '=', 1) <> all (array[%s]))"
                .formatted(
                        options.group(1),
                        options.group(),
                        unknown.stream().map(Quote::literal).collect(Collectors.joining(", ")));
    }

    private String withoutUnknown(MatchResult index) {
        String names =
                unknown.stream().map(name -> name.replaceAll("\\W", "\\\\$0")).collect(Collectors.joining("|"));
        String option = "(, )?(%s)=('[^']*'|\\w+)(?=[,)])".formatted(names);
        return "regexp_replace(regexp_replace(regexp_replace(%s, %s, '', 'g'), '\\((, )+', '(', 'g'), ' WITH \\(\\)', '')"
                .formatted(index.group(), Quote.literal(option));
    }
}
