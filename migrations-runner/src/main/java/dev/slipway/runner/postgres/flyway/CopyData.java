package dev.slipway.runner.postgres.flyway;

import org.flywaydb.core.internal.sqlscript.ParsedSqlStatement;

/// Finds the lines between a `COPY ... FROM STDIN;` and its `\.`, which Flyway's parser keeps to itself.
final class CopyData {
    private CopyData() {}

    static String after(String text, ParsedSqlStatement copy) {
        int start = text.indexOf('\n', copy.getPos() + copy.getSql().length()) + 1;
        int line = start;
        while (!lineAt(text, line).strip().equals("\\.")) {
            line = text.indexOf('\n', line) + 1;
        }
        return text.substring(start, line);
    }

    private static String lineAt(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.substring(start) : text.substring(start, end);
    }
}
