package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// A database is at revisions of Alembic from which no script was made.
///
/// @param imported how many scripts were made from revisions of Alembic
public record AlembicRevisionsUnknown(String database, List<String> revisions, int imported)
        implements AdoptionFailure {
    public AlembicRevisionsUnknown {
        revisions = List.copyOf(revisions);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "database %s is at %s of Alembic, but no script says `-- alembic: %s`"
                .formatted(database, String.join(", ", revisions), revisions.getFirst());
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return imported == 0
                ? "make scripts from the revisions of Alembic with `import-alembic`, or record where the database is "
                        + "with `stamp VERSION`"
                : "the scripts were made from other revisions than those of this database: use the files of the version "
                        + "that was deployed there, and run `import-alembic` again";
    }
}
