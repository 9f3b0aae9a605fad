package dev.slipway.runner.engine.lock;

import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.LockHolder;
import dev.slipway.runner.model.failure.Failure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Another runner held the lock until the deadline.
///
/// @param holder null if it let go at that very moment
public record LockHeld(@Nullable LockHolder holder, Duration waited) implements Failure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.LOCKED;
    }

    @Override
    public String message() {
        return "another runner holds the lock";
    }

    @Override
    public List<String> details() {
        return holder == null ? List.of() : List.of("holder: " + holder);
    }

    @Override
    public String state() {
        return "nothing was changed; gave up after %s".formatted(Durations.text(waited));
    }

    @Override
    public String help() {
        return "run the command again when the other has ended, or wait longer with --run-lock-timeout";
    }
}
