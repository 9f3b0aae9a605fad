package dev.slipway.backend.server;

import dev.slipway.backend.setting.Settings;
import io.micronaut.context.annotation.Context;
import java.util.Optional;
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

    /// Two that send at once end two others.
    private void endOldest() {
        for (Optional<Delivery> oldest = UnderWay.oldest(underWay);
                oldest.isPresent();
                oldest = UnderWay.oldest(underWay)) {
            if (underWay.remove(oldest.get())) {
                bytes.addAndGet(-oldest.get().end());
                return;
            }
        }
    }
}
