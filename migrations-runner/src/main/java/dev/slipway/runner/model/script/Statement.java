package dev.slipway.runner.model.script;

import dev.slipway.runner.sql.SqlScript;
import org.jspecify.annotations.Nullable;

/// One statement of a script, placeholders filled in.
///
/// @param line of its first character, counted from 1
/// @param column of its first character, counted from 1
/// @param copyData the lines that follow a `COPY ... FROM STDIN`, or null for any other statement
public record Statement(
        String sql, int line, int column, @Nullable String copyData) {
    /// The line of the first thing in it that the server sees.
    public int firstLine() {
        return line
                + (int) sql.substring(0, SqlScript.begin(sql))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
