package dev.slipway.runner.engine.history;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.postgres.catalog.AlembicVersions;
import java.util.List;

/// The database holds tables but no history, so nobody knows which revision it is at.
public record DatabaseUnmanaged(String database, List<String> relations) implements HistoryFailure {
    private static final int SHOWN = 10;

    public DatabaseUnmanaged {
        relations = List.copyOf(relations);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "database %s has tables but no history".formatted(database);
    }

    @Override
    public List<String> details() {
        String names = String.join(", ", relations.subList(0, Math.min(SHOWN, relations.size())));
        int more = relations.size() - SHOWN;
        return List.of("found: " + names + (more > 0 ? " and %d more".formatted(more) : ""));
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        if (relations.contains(AlembicVersions.TABLE)) {
            return "these tables were made by Alembic: make scripts from its revisions with `import-alembic`, let `adopt` "
                    + "find out how far it came (or `stamp --from-alembic`, if nothing is proved), and run `upgrade` "
                    + "again";
        }
        return "if these tables were made by the scripts, let `adopt` find out how far, or record it with "
                + "`stamp VERSION`, and run `upgrade` again; if they belong to something else, use an empty database or "
                + "another schema (currentSchema in DATABASE_URL)";
    }
}
