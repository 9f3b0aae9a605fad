package dev.slipway.runner.postgres.connect;

import java.nio.charset.StandardCharsets;

/// Names of schemas as people write them.
public final class SchemaNames {
    /// Source: https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
    public static final int MOST = 63;

    private SchemaNames() {}

    /// A name as it is, or quoted as in SQL.
    ///
    /// @throws IllegalArgumentException for an empty name, and for one that PostgreSQL would cut
    public static String parse(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return within(MOST, quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text);
    }

    /// @param most how many bytes PostgreSQL has room for
    /// @throws IllegalArgumentException for an empty name and one with more bytes
    public static String within(int most, String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0) {
            throw new IllegalArgumentException("a name cannot be empty");
        }
        if (bytes > most) {
            throw new IllegalArgumentException(
                    "\"%s\" has %d bytes, and PostgreSQL has room for %d".formatted(name, bytes, most));
        }
        return name;
    }
}
