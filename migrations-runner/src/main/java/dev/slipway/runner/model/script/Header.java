package dev.slipway.runner.model.script;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the leading comments of a script ask for.
///
/// @param transaction false runs the script statement by statement
/// @param lockTimeout how long a statement may wait for a lock, or null for the default of the run
/// @param contract whether older versions of the service cannot run on the schema after it
/// @param branchLabel a name for the revision and the branch that begins with it, or null
/// @param alembic the id of the Alembic revision it was made from, or null
public record Header(
        Revises revises,
        boolean transaction,
        @Nullable Duration lockTimeout,
        boolean contract,
        @Nullable String branchLabel,
        @Nullable String alembic) {
    public static final Header NONE = new Header(new Revises.Preceding(), true, null, false, null, null);

    private static final Pattern LABEL = Pattern.compile("(?!(head|heads|base|current)$)[A-Za-z]\\w*");

    /// Whether a branch can have this name, which no word of a target and no version is.
    public static boolean isLabel(String text) {
        return LABEL.matcher(text).matches();
    }

    public Optional<Duration> ownLockTimeout() {
        return Optional.ofNullable(lockTimeout);
    }

    /// Whether it joins branches; such a script may be empty.
    public boolean isMerge() {
        return revises instanceof Revises.Named named && named.parents().size() > 1;
    }
}
