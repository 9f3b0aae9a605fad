package dev.slipway.runner.command;

import dev.slipway.runner.engine.lock.LockLimits;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// How scripts deal with locks that others hold.
final class ScriptLockOptions {
    /// Whom a run may end.
    enum Ended {
        IDLE_IN_TRANSACTION;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Reads the one value there is.
    static final class EndedReader implements ITypeConverter<Ended> {
        @Override
        public Ended convert(String value) {
            if (!value.equals(Ended.IDLE_IN_TRANSACTION.toString())) {
                throw new TypeConversionException(
                        "'%s' is not %s, the one kind that can be ended".formatted(value, Ended.IDLE_IN_TRANSACTION));
            }
            return Ended.IDLE_IN_TRANSACTION;
        }
    }

    static final String USUAL_TIMEOUT = "2s";

    @Option(
            names = "--lock-timeout",
            paramLabel = "DURATION",
            defaultValue = USUAL_TIMEOUT,
            description = "how long a script may wait for locks in all before it is rolled back and tried again")
    Duration lockTimeout = Duration.ZERO;

    @Option(
            names = "--lock-budget",
            paramLabel = "DURATION",
            defaultValue = "10m",
            description = "how long to keep retrying a script that does not get its locks")
    private Duration lockBudget = Duration.ZERO;

    @Option(
            names = "--terminate-blockers",
            paramLabel = "KIND",
            converter = EndedReader.class,
            description = "terminate sessions that block a script; the only kind is idle-in-transaction")
    private @Nullable Ended terminateBlockers;

    LockLimits limits() {
        return new LockLimits(lockTimeout, lockBudget, terminateBlockers != null);
    }
}
