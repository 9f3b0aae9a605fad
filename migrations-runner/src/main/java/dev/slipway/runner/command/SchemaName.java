package dev.slipway.runner.command;

import java.nio.charset.StandardCharsets;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Takes a name for a schema. PostgreSQL would cut a longer one, and that would not be found again.
final class SchemaName implements ITypeConverter<String> {
    /// Source: https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
    static final int MOST = 63;

    @Override
    public String convert(String name) {
        return within(MOST, name);
    }

    /// @throws TypeConversionException for an empty name and one with more bytes
    static String within(int most, String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0) {
            throw new TypeConversionException("a name cannot be empty");
        }
        if (bytes > most) {
            throw new TypeConversionException(
                    "\"%s\" has %d bytes, and PostgreSQL has room for %d".formatted(name, bytes, most));
        }
        return name;
    }
}
