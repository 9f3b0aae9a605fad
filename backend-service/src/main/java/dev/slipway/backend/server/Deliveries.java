package dev.slipway.backend.server;

import dev.slipway.backend.setting.Settings;
import io.micronaut.context.annotation.Context;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Bounds what the service holds for answers that are not read.
///
/// Whenever all of them together hold more memory than `MAX_OUTGOING_MEGABYTES`, the connection that has held some for
/// the longest goes: an honest client reads within milliseconds.
@Context
final class Deliveries {
    private static final long MEGABYTE = 1 << 20;

    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final Set<Delivery> underWay = ConcurrentHashMap.newKeySet();

    Deliveries(Settings settings) {
        mostBytes = settings.number("MAX_OUTGOING_MEGABYTES", 16, 1, 1_024) * MEGABYTE;
    }

    void send(Delivery delivery, int size) {
        if (delivery.add(size)) {
            underWay.add(delivery);
        }
        if (bytes.addAndGet(size) > mostBytes) {
            endOldest();
        }
    }

    void complete(Delivery delivery, int size) {
        bytes.addAndGet(-delivery.remove(size));
        if (delivery.isComplete()) {
            underWay.remove(delivery);
        }
    }

    private void endOldest() {
        underWay.stream()
                .reduce((one, other) -> one.isYoungerThan(other) ? other : one)
                .ifPresent(delivery -> {
                    underWay.remove(delivery);
                    bytes.addAndGet(-delivery.end());
                });
    }
}
