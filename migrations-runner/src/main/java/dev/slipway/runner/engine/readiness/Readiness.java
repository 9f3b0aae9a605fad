package dev.slipway.runner.engine.readiness;

import dev.slipway.runner.model.UnavailableReason;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.connect.ConnectAttempt;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Connector;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseUnavailable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Tries to connect until the database can be migrated or the deadline has passed.
///
/// Every reason that may pass by itself is waited for, a database that does not exist yet included, and a refused
/// password that comes from a file, which may be rotated. Any other refused password is tried once more; an unsupported
/// version, a refused setting and a disagreement on TLS are final at once: a server that starts up has read its
/// certificate before it listens.
///
/// What is told at the end is the last reason that is known: an attempt that had no time to find out tells nothing.
public final class Readiness {
    private static final int PASSWORD_ATTEMPTS = 2;
    private static final Duration LEAST_ATTEMPT = Duration.ofMillis(100);
    private static final Duration TELLING_ATTEMPT = Duration.ofSeconds(2);
    private static final Duration WITHOUT_DEADLINE = Duration.ofDays(1);

    private final String database;
    private final Connector connector;
    private final boolean passwordMayBeRotated;
    private final RetryBackoff rhythm;
    private final Progress progress;
    private final long start = System.nanoTime();

    private int attempts;
    private int refusedPasswords;
    private @Nullable UnavailableReason reported;
    private ConnectAttempt.@Nullable Failed known;
    private Duration nextReport = Duration.ZERO;

    Readiness(ConnectionSettings settings, String command, RetryBackoff rhythm, Progress progress) {
        this(settings, new Connector(settings, command), rhythm, progress);
    }

    private Readiness(ConnectionSettings settings, Connector connector, RetryBackoff rhythm, Progress progress) {
        this.database = settings.describe();
        this.connector = connector;
        this.passwordMayBeRotated = settings.password().mayBeRotated();
        this.rhythm = rhythm;
        this.progress = progress;
    }

    /// @param command shown in `pg_stat_activity`
    /// @param timeout 0 tries once
    /// @throws SlipwayException with `DatabaseUnavailable` when waiting is over, with `Interrupted` at an interrupt
    public static Session await(ConnectionSettings settings, String command, Duration timeout, Progress progress) {
        return new Readiness(settings, command, RetryBackoff.NORMAL.within(timeout), progress).await();
    }

    /// A standby does as well.
    public static Session awaitReads(ConnectionSettings settings, String command, Duration timeout, Progress progress) {
        Connector connector = Connector.forReads(settings, command);
        return new Readiness(settings, connector, RetryBackoff.NORMAL.within(timeout), progress).await();
    }

    Session await() {
        try {
            while (true) {
                Duration limit = attemptLimit();
                switch (connector.attempt(limit)) {
                    case ConnectAttempt.Connected(Session session) -> {
                        progress.report(new Event.DatabaseReady(database, waited()));
                        return session;
                    }
                    case ConnectAttempt.Failed failed -> waitAfter(telling(failed, limit));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SlipwayException(new Interrupted(RunProgress.NOTHING, ""), e);
        }
    }

    /// An attempt that was cut short leaves what the one before it told.
    private ConnectAttempt.Failed telling(ConnectAttempt.Failed failed, Duration limit) {
        ConnectAttempt.Failed before = known;
        boolean cut = failed.reason() == UnavailableReason.TIMED_OUT && limit.compareTo(TELLING_ATTEMPT) < 0;
        ConnectAttempt.Failed telling = cut && before != null ? before : failed;
        known = telling;
        return telling;
    }

    private void waitAfter(ConnectAttempt.Failed failed) throws InterruptedException {
        attempts++;
        Duration remaining = rhythm.deadline().minus(waited());
        if (isFinal(failed.reason()) || remaining.compareTo(LEAST_ATTEMPT) < 0) {
            throw new SlipwayException(
                    new DatabaseUnavailable(database, failed.reason(), failed.said(), waited(), attempts));
        }
        report(failed);
        Thread.sleep(pause(remaining));
    }

    private boolean isFinal(UnavailableReason reason) {
        return switch (reason) {
            case UNSUPPORTED_VERSION, SETTING_REFUSED, TLS_REFUSED, POOLED -> true;
            case WRONG_PASSWORD, PASSWORD_MISSING -> ++refusedPasswords >= PASSWORD_ATTEMPTS && !passwordMayBeRotated;
            default -> false;
        };
    }

    /// Leaves half of the time that remains for the attempt, so that the last one is made close to the deadline.
    private Duration pause(Duration remaining) {
        Duration pause = rhythm.pause(attempts);
        if (refusedPasswords > 0 && pause.compareTo(rhythm.afterWrongPassword()) < 0) {
            pause = rhythm.afterWrongPassword();
        }
        Duration half = remaining.dividedBy(2);
        return pause.compareTo(half) < 0 ? pause : half;
    }

    private void report(ConnectAttempt.Failed failed) {
        Duration waited = waited();
        if (failed.reason() != reported || waited.compareTo(nextReport) >= 0) {
            progress.report(new Event.WaitingForDatabase(database, failed.reason(), waited, rhythm.deadline()));
            reported = failed.reason();
            nextReport = waited.plus(rhythm.betweenReports());
        }
    }

    private Duration attemptLimit() {
        return rhythm.deadline().isZero() ? WITHOUT_DEADLINE : rhythm.deadline().minus(waited());
    }

    private Duration waited() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
