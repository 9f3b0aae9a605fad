package dev.slipway.runner.postgres.sql;

/// Names and texts as they must stand in SQL.
public final class Quote {
    private Quote() {}

    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// Means the same whatever `standard_conforming_strings` says.
    public static String literal(String text) {
        String quoted = '\'' + text.replace("'", "''").replace("\\", "\\\\") + '\'';
        return text.indexOf('\\') < 0 ? quoted : " E" + quoted;
    }
}
