package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Plural;
import java.util.List;

/// A backup without all rows is none.
///
/// @param role that may not read all rows
public record TablesUnreadable(String database, String role, List<String> tables) implements BackupFailure {
    private static final int SHOWN = 10;

    public TablesUnreadable {
        tables = List.copyOf(tables);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "role \"%s\" may not read all rows of %s in %s"
                .formatted(role, Plural.of(tables.size(), "table"), database);
    }

    @Override
    public List<String> details() {
        return tables.stream().limit(SHOWN).toList();
    }

    @Override
    public String state() {
        return "no backup was written";
    }

    @Override
    public String help() {
        return "run as their owner, or grant the role pg_read_all_data, and BYPASSRLS for tables with row security";
    }
}
