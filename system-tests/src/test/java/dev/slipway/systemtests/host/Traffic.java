package dev.slipway.systemtests.host;

import dev.slipway.systemtests.engine.Poll;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Requests that follow each other without a pause, and how often which status came back.
///
/// @param statuses 0 for no answer at all
record Traffic(Map<Integer, Long> statuses, AtomicBoolean ended, Thread thread) {
    static Traffic through(Service service) {
        Map<Integer, Long> statuses = new ConcurrentHashMap<>();
        AtomicBoolean ended = new AtomicBoolean();
        Thread thread = Thread.startVirtualThread(() -> {
            while (!ended.get()) {
                statuses.merge(service.health().status(), 1L, Long::sum);
            }
        });
        return new Traffic(statuses, ended, thread);
    }

    /// Waits until so many more were answered.
    void awaitMore(int requests) {
        long wanted = total() + requests;
        Poll.until("%d answers: %s".formatted(wanted, statuses), () -> total() >= wanted);
    }

    private long total() {
        return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Ends it, and tells what came back.
    SortedMap<Integer, Long> end() throws InterruptedException {
        ended.set(true);
        thread.join();
        return new TreeMap<>(statuses);
    }
}
