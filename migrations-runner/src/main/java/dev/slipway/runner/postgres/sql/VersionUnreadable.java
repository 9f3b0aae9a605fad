package dev.slipway.runner.postgres.sql;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// A row of the history has a version that is none, which no tool wrote there.
///
/// @param rank of the row
public record VersionUnreadable(int rank, String version, String script) implements DatabaseFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "the history has a row with version \"%s\", which is no version".formatted(version);
    }

    @Override
    public List<String> details() {
        return List.of("it is the row of \"%s\" with installed_rank %d".formatted(script, rank));
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "correct the column version of that row by hand: digits parted by dots, as in 7 or 1.2";
    }
}
