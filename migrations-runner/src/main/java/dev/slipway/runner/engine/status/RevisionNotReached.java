package dev.slipway.runner.engine.status;

import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Failure;
import java.time.Duration;
import java.util.List;

/// Nobody brought a database to the revision in time.
public record RevisionNotReached(String database, List<Version> missing, Duration waited) implements Failure {
    public RevisionNotReached {
        missing = List.copyOf(missing);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.DATABASE_UNAVAILABLE;
    }

    @Override
    public String message() {
        return "database %s still lacks %s".formatted(database, Version.list(missing));
    }

    @Override
    public String state() {
        return "nothing was changed; gave up after %s".formatted(Durations.text(waited));
    }

    @Override
    public String help() {
        return "see how the run ended that should have applied it, or wait longer with --wait-timeout";
    }
}
