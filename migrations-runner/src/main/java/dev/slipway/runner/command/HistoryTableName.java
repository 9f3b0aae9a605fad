package dev.slipway.runner.command;

import dev.slipway.runner.postgres.connect.SchemaNames;
import picocli.CommandLine.ITypeConverter;

/// Takes a name for the history table. One that PostgreSQL would cut names another table, and the names of its indexes
/// have to differ in what is left of them.
final class HistoryTableName implements ITypeConverter<String> {
    private static final int IN_INDEX_NAMES = 2;
    private static final int MOST = SchemaNames.MOST - IN_INDEX_NAMES;

    @Override
    public String convert(String name) {
        return SchemaName.within(MOST, name);
    }
}
