package dev.slipway.runner.postgres.flyway;

import dev.slipway.runner.model.script.Statement;
import org.flywaydb.core.internal.sqlscript.ParsedSqlStatement;
import org.flywaydb.database.postgresql.PostgreSQLCopyParsedStatement;

/// Finds each statement in its script again, one after the other.
///
/// Flyway's parser names the place of a statement's first keyword, but the comments before it belong to its text, so
/// that the two do not fit together.
final class StatementPlaces {
    private final String text;
    private int offset;
    private int line = 1;
    private int lineStart;

    StatementPlaces(String text) {
        this.text = text;
    }

    Statement next(ParsedSqlStatement parsed) {
        String sql = parsed.getSql();
        advance(text.indexOf(sql, offset));
        int firstLine = line;
        int column = offset - lineStart + 1;
        advance(offset + sql.length());
        return new Statement(
                sql, firstLine, column, parsed instanceof PostgreSQLCopyParsedStatement ? copyData() : null);
    }

    /// What comes after the last statement.
    String rest() {
        return text.substring(offset);
    }

    /// The line of a place in the rest.
    int lineInRest(int index) {
        return line
                + (int) rest().substring(0, index)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /// The lines between a `COPY ... FROM STDIN;` and its `\.`, which Flyway's parser keeps to itself.
    private String copyData() {
        int start = nextLine(offset);
        int end = start;
        while (end < text.length()
                && !text.substring(end, nextLine(end)).strip().equals("\\.")) {
            end = nextLine(end);
        }
        advance(nextLine(end));
        return text.substring(start, end);
    }

    /// Where the line after the given place begins.
    private int nextLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end + 1;
    }

    private void advance(int to) {
        while (offset < to) {
            if (text.charAt(offset) == '\n') {
                line++;
                lineStart = offset + 1;
            }
            offset++;
        }
    }
}
