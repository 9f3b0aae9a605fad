package dev.slipway.runner.command;

import dev.slipway.runner.postgres.connect.SchemaNames;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Takes a name for a schema. PostgreSQL would cut a longer one, and that would not be found again.
final class SchemaName implements ITypeConverter<String> {
    @Override
    public String convert(String name) {
        return within(SchemaNames.MOST, name);
    }

    /// @throws TypeConversionException for an empty name and one with more bytes
    static String within(int most, String name) {
        try {
            return SchemaNames.within(most, name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
