package dev.slipway.backend.server;

import io.netty.channel.Channel;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The request that arrives on one connection at this moment.
final class Reception implements UnderWay {
    private final Channel channel;
    private final AtomicLong bytes = new AtomicLong();
    private volatile long start;
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable Future<?> deadline;

    Reception(Channel channel) {
        this.channel = channel;
    }

    @Override
    public long start() {
        return start;
    }

    /// Begins if it has not: the request must be complete before the time is up.
    void begin(long timeoutMillis) {
        if (deadline == null) {
            start = System.nanoTime();
            deadline = channel.eventLoop().schedule(this::expire, timeoutMillis, TimeUnit.MILLISECONDS);
        }
    }

    void complete() {
        Future<?> waiting = deadline;
        deadline = null;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    private void expire() {
        end();
    }

    /// Takes the connection away from a client that does not come to an end.
    ///
    /// @return whether nobody did before
    @SuppressWarnings("FutureReturnValueIgnored") // a connection that is closed by now is closed
    boolean end() {
        boolean first = ended.compareAndSet(false, true);
        channel.close();
        return first;
    }

    /// Whether the connection is about to go; what still arrives on it is nobody's.
    boolean hasEnded() {
        return ended.get();
    }

    void add(int received) {
        bytes.addAndGet(received);
    }

    /// How much was added, which counts no longer.
    long take() {
        return bytes.getAndSet(0);
    }
}
