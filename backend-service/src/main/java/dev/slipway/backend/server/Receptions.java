package dev.slipway.backend.server;

import dev.slipway.backend.setting.Settings;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Bounds what the service holds for requests that are not complete.
///
/// A request that takes longer than `REQUEST_TIMEOUT` to arrive loses its connection. So does the one that began
/// longest ago, whenever there are more connections than `MAX_CONNECTIONS`, or all of them together hold more memory
/// than `MAX_INCOMING_MEGABYTES`: an honest request arrives within milliseconds, and those that make others wait are
/// the oldest.
@Context
final class Receptions {
    private static final long MEGABYTE = 1 << 20;

    private final long timeoutMillis;
    private final int mostConnections;
    private final long mostBytes;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final Set<Reception> underWay = ConcurrentHashMap.newKeySet();

    Receptions(Settings settings) {
        timeoutMillis = settings.duration(
                        "REQUEST_TIMEOUT", Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofMinutes(5))
                .toMillis();
        mostConnections = settings.number("MAX_CONNECTIONS", 2_000, 10, 100_000);
        mostBytes = settings.number("MAX_INCOMING_MEGABYTES", 16, 1, 1_024) * MEGABYTE;
    }

    /// Every connection begins with a request.
    void open(Reception reception) {
        reception.begin(timeoutMillis);
        underWay.add(reception);
        if (connections.incrementAndGet() > mostConnections) {
            endOldest();
        }
    }

    void receive(Reception reception, int size) {
        if (reception.hasEnded()) {
            return;
        }
        reception.begin(timeoutMillis);
        underWay.add(reception);
        reception.add(size);
        if (bytes.addAndGet(size) > mostBytes) {
            endOldest();
        }
    }

    void complete(Reception reception) {
        reception.complete();
        forget(reception);
    }

    void close(Reception reception) {
        connections.decrementAndGet();
        complete(reception);
    }

    /// Two that come at once end two others.
    private void endOldest() {
        for (Optional<Reception> oldest = oldest(); oldest.isPresent(); oldest = oldest()) {
            boolean ended = oldest.get().end();
            forget(oldest.get());
            if (ended) {
                return;
            }
        }
    }

    private Optional<Reception> oldest() {
        return UnderWay.oldest(
                underWay.stream().filter(reception -> !reception.hasEnded()).toList());
    }

    private void forget(Reception reception) {
        underWay.remove(reception);
        bytes.addAndGet(-reception.take());
    }
}
