package dev.slipway.runner.postgres.sql;

import java.util.Collection;
import java.util.stream.Collectors;

/// Names and texts as they must stand in SQL.
public final class Quote {
    private Quote() {}

    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// An array of texts, in their order.
    public static String array(Collection<String> texts) {
        return texts.stream().sorted().map(Quote::literal).collect(Collectors.joining(", ", "array[", "]::text[]"));
    }

    /// Means the same whatever `standard_conforming_strings` says.
    public static String literal(String text) {
        String quoted = '\'' + text.replace("'", "''").replace("\\", "\\\\") + '\'';
        return text.indexOf('\\') < 0 ? quoted : " E" + quoted;
    }
}
