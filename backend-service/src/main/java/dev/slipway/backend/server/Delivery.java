package dev.slipway.backend.server;

import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicLong;

/// What is sent on one connection, as far as its client has not taken it yet.
final class Delivery implements UnderWay {
    private final Channel channel;
    private final AtomicLong bytes = new AtomicLong();
    private volatile long start;

    Delivery(Channel channel) {
        this.channel = channel;
    }

    @Override
    public long start() {
        return start;
    }

    /// Whether it begins with this.
    boolean add(int sent) {
        boolean begins = bytes.getAndAdd(sent) == 0;
        if (begins) {
            start = System.nanoTime();
        }
        return begins;
    }

    /// How much of this still counted.
    long remove(int taken) {
        return Math.min(taken, bytes.getAndUpdate(held -> Math.max(0, held - taken)));
    }

    boolean isComplete() {
        return bytes.get() == 0;
    }

    /// Takes the connection away from a client that does not read, and tells how much counts no longer.
    @SuppressWarnings("FutureReturnValueIgnored") // a connection that is closed by now is closed
    long end() {
        channel.close();
        return bytes.getAndSet(0);
    }
}
