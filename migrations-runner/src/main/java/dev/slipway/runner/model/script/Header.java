package dev.slipway.runner.model.script;

import dev.slipway.runner.model.hazard.Allowance;
import dev.slipway.runner.model.hazard.Hazard;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the leading comments of a script ask for, and what is said of it outside of its file.
///
/// @param transaction false runs the script statement by statement
/// @param placeholders false takes the text as it is, `${name}` included
/// @param lockTimeout how long a statement may wait for a lock, or null for the default of the run
/// @param contract whether older versions of the service cannot run on the schema after it
/// @param branchLabel a name for the revision and the branch that begins with it, or null
/// @param alembic the id of the Alembic revision it was made from, or null
/// @param allowances the hazards that it may have
/// @param batch how it runs in batches, or null if it does not
/// @param bridges the columns that it lets the database keep equal
public record Header(
        Revises revises,
        boolean transaction,
        boolean placeholders,
        @Nullable Duration lockTimeout,
        boolean contract,
        @Nullable String branchLabel,
        @Nullable String alembic,
        List<Allowance> allowances,
        @Nullable BatchHeader batch,
        List<BridgeHeader> bridges) {
    public static final Header NONE =
            new Header(new Revises.Preceding(), true, true, null, false, null, null, List.of());

    private static final Pattern LABEL = Pattern.compile("(?!(head|heads|base|current)$)[A-Za-z]\\w*");

    public Header {
        allowances = List.copyOf(allowances);
        bridges = List.copyOf(bridges);
    }

    /// That of a script that does not run in batches, and has no bridge.
    public Header(
            Revises revises,
            boolean transaction,
            boolean placeholders,
            @Nullable Duration lockTimeout,
            boolean contract,
            @Nullable String branchLabel,
            @Nullable String alembic,
            List<Allowance> allowances) {
        this(
                revises,
                transaction,
                placeholders,
                lockTimeout,
                contract,
                branchLabel,
                alembic,
                allowances,
                null,
                List.of());
    }

    /// Whether a branch can have this name, which no word of a target and no version is.
    public static boolean isLabel(String text) {
        return LABEL.matcher(text).matches();
    }

    /// The reason why a script may have a hazard.
    public Optional<String> reasonFor(Hazard hazard) {
        return allowances.stream()
                .filter(allowance -> allowance.hazard() == hazard)
                .map(Allowance::reason)
                .findFirst();
    }

    public Optional<BatchHeader> inBatches() {
        return Optional.ofNullable(batch);
    }

    public Optional<Duration> ownLockTimeout() {
        return Optional.ofNullable(lockTimeout);
    }

    /// How long a statement of the script may wait for a lock: as it says itself, or else as the run does.
    public Duration lockTimeoutOr(Duration ofRun) {
        return ownLockTimeout().orElse(ofRun);
    }

    /// Whether it joins branches; such a script may be empty.
    public boolean isMerge() {
        return revises instanceof Revises.Named named && named.parents().size() > 1;
    }
}
