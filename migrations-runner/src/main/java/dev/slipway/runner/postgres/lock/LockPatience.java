package dev.slipway.runner.postgres.lock;

import dev.slipway.runner.model.Durations;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How long one try may wait for locks in all, and keep others waiting meanwhile. `lock_timeout` bounds each wait by
/// itself, which is no bound for a transaction that waits for one lock after the other.
public final class LockPatience {
    /// So many sessions in the queue are a crowd: a whole pool of the size that is common.
    public static final int CROWD = 10;

    /// With a crowd in the queue a try has this part of its time.
    public static final int CROWDED_PART = 4;

    private final Duration limit;
    private final boolean work;
    private Duration before = Duration.ZERO;
    private @Nullable ObservedWait current;

    private LockPatience(Duration limit, boolean work) {
        this.limit = limit;
        this.work = work;
    }

    /// Bounds what a try waits for, not what it does.
    public static LockPatience ofWaits(Duration limit) {
        return new LockPatience(limit, false);
    }

    /// Bounds the time that others wait for the try as well, whatever it is doing.
    public static LockPatience ofWaitsAndWork(Duration limit) {
        return new LockPatience(limit, true);
    }

    /// Waits as long as it takes.
    public static LockPatience unbounded() {
        return new LockPatience(Duration.ZERO, false);
    }

    boolean isBounded() {
        return !limit.isZero();
    }

    Duration limit() {
        return limit;
    }

    boolean withWork() {
        return work;
    }

    boolean isNew(ObservedWait wait) {
        return current == null || !current.began().equals(wait.began());
    }

    void saw(@Nullable ObservedWait wait) {
        if (current != null && (wait == null || isNew(wait))) {
            before = before.plus(current.lasted());
        }
        current = wait;
    }

    /// What is used up, in words.
    Optional<String> exhausted(LockQueue queue) {
        boolean waiting = current != null;
        if (!isBounded() || !(waiting || work)) {
            return Optional.empty();
        }
        Duration waited = current == null ? before : before.plus(current.lasted());
        if (waited.compareTo(limit) > 0) {
            return Optional.of("its waits for locks together took longer than " + Durations.text(limit));
        }
        if (queue.longest().compareTo(limit) > 0) {
            return Optional.of("others waited for it longer than " + Durations.text(limit));
        }
        boolean crowded = queue.sessions() >= CROWD && waited.compareTo(limit.dividedBy(CROWDED_PART)) > 0;
        return crowded ? Optional.of("%d sessions waited behind it".formatted(queue.sessions())) : Optional.empty();
    }
}
