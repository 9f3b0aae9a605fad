package dev.slipway.backend.server;

import io.netty.channel.Channel;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The request that arrives on one connection at this moment.
final class Reception {
    private final Channel channel;
    private final AtomicLong bytes = new AtomicLong();
    private volatile long start;
    private volatile boolean ended;
    private @Nullable Future<?> deadline;

    Reception(Channel channel) {
        this.channel = channel;
    }

    /// Whether this one began after another.
    boolean isYoungerThan(Reception other) {
        return start - other.start > 0;
    }

    /// Begins if it has not: the request must be complete before the time is up.
    void begin(long timeoutMillis) {
        if (deadline == null) {
            start = System.nanoTime();
            deadline = channel.eventLoop().schedule(this::end, timeoutMillis, TimeUnit.MILLISECONDS);
        }
    }

    void complete() {
        Future<?> waiting = deadline;
        deadline = null;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    /// Takes the connection away from a client that does not come to an end.
    @SuppressWarnings("FutureReturnValueIgnored") // a connection that is closed by now is closed
    void end() {
        ended = true;
        channel.close();
    }

    /// Whether the connection is about to go; what still arrives on it is nobody's.
    boolean hasEnded() {
        return ended;
    }

    void add(int received) {
        bytes.addAndGet(received);
    }

    /// How much was added, which counts no longer.
    long take() {
        return bytes.getAndSet(0);
    }
}
