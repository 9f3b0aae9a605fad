package dev.slipway.runner.engine.history;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// A revision that was applied keeps its version.
///
/// @param database without secrets
/// @param applied the scripts that would have to change, and are applied there
/// @param others scripts of the same version that are not
public record RevisionApplied(String database, List<String> applied, List<String> others) implements HistoryFailure {
    public RevisionApplied {
        applied = List.copyOf(applied);
        others = List.copyOf(others);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "%s: %s is applied".formatted(database, String.join(", ", applied));
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return others.isEmpty()
                ? "what was applied somewhere keeps its version: take it back there first (`downgrade`), or leave it"
                : "give the other one another version: `renumber %s`".formatted(others.getFirst());
    }
}
