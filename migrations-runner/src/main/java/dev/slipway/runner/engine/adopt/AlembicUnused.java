package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.model.ExitCode;

/// A database does not say which revision of Alembic it is at.
///
/// @param table whether it has a table `alembic_version`, then without a row
public record AlembicUnused(String database, boolean table) implements AdoptionFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return table
                ? "the table alembic_version of database %s is empty".formatted(database)
                : "database %s has no table alembic_version".formatted(database);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return table
                ? "for Alembic nothing was applied there: drop the table, and run `upgrade` if there is no other; "
                        + "else record where the database is with `stamp VERSION`"
                : "if Alembic keeps it in another schema, set currentSchema in DATABASE_URL; if Alembic never ran there, "
                        + "run `upgrade` on the empty database, or record where it is with `stamp VERSION`";
    }
}
