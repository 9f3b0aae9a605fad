package dev.slipway.runner.postgres.sql;

/// Names and texts as they must stand in SQL.
public final class Quote {
    private Quote() {}

    public static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    public static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
