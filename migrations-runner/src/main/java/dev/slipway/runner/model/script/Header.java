package dev.slipway.runner.model.script;

import dev.slipway.runner.model.Version;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the leading comments of a script ask for.
///
/// @param revises the parents; empty means the version before
/// @param transaction false runs the script statement by statement
/// @param lockTimeout how long a statement may wait for a lock, or null for the default of the run
/// @param contract whether older versions of the service cannot run on the schema after it
public record Header(
        List<Version> revises,
        boolean transaction,
        @Nullable Duration lockTimeout,
        boolean contract) {
    public static final Header NONE = new Header(List.of(), true, null, false);

    public Header {
        revises = List.copyOf(revises);
    }

    public Optional<Duration> ownLockTimeout() {
        return Optional.ofNullable(lockTimeout);
    }
}
