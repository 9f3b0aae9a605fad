package dev.slipway.runner.engine.history;

import dev.slipway.runner.model.ExitCode;

/// The history of the scripts lies in a schema that is not on the search path: a second one is never begun unasked.
///
/// @param table the history, as it stands in SQL
/// @param schema where it lies
/// @param current the schema that would be worked in
public record HistoryElsewhere(String database, String table, String schema, String current) implements HistoryFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "the history of these scripts is %s, and the current schema of database %s is \"%s\""
                .formatted(table, database, current);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "name the schema where it lies: currentSchema=%s in DATABASE_URL, or --default-schema %s; if \"%s\" is to "
                        .formatted(schema, schema, current)
                + "have tables and a history of its own beside it, say so once with --default-schema %s"
                        .formatted(current);
    }
}
