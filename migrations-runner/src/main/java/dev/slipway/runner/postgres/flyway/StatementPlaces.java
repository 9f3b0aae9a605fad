package dev.slipway.runner.postgres.flyway;

import dev.slipway.runner.model.script.Statement;
import org.jspecify.annotations.Nullable;

/// Gives statements their lines and columns, one after the other.
final class StatementPlaces {
    private final String text;
    private int offset;
    private int line = 1;
    private int lineStart;

    StatementPlaces(String text) {
        this.text = text;
    }

    Statement at(int start, String sql, @Nullable String copyData) {
        while (offset < start) {
            if (text.charAt(offset) == '\n') {
                line++;
                lineStart = offset + 1;
            }
            offset++;
        }
        return new Statement(sql, line, start - lineStart + 1, copyData);
    }
}
