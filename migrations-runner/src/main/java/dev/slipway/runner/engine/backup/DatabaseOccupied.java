package dev.slipway.runner.engine.backup;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// A backup is restored into nothing but an empty database.
///
/// @param found the first few objects in it
public record DatabaseOccupied(String database, String name, List<String> found) implements BackupFailure {
    private static final int SHOWN = 5;

    public DatabaseOccupied {
        found = List.copyOf(found);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "%s is not empty, and a backup is restored into an empty database".formatted(database);
    }

    @Override
    public List<String> details() {
        String rest = found.size() > SHOWN ? " and more" : "";
        return List.of("found: " + String.join(", ", found.stream().limit(SHOWN).toList()) + rest);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "restore beside it with --into %s_restored, look at that, and rename both databases".formatted(name);
    }
}
