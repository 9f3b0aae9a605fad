package dev.slipway.runner.cli;

import dev.slipway.runner.model.Durations;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Says now and then that a script is still running, so that a long one is not taken for a dead one.
final class StillRunning {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private final Consumer<String> line;
    private @Nullable ScheduledExecutorService timer;
    private @Nullable ScheduledFuture<?> notice;

    StillRunning(Consumer<String> line) {
        this.line = line;
    }

    void begins(String title) {
        ends();
        long start = System.nanoTime();
        notice = timer().scheduleAtFixedRate(
                        () -> line.accept("%s: still running after %s"
                                .formatted(title, Durations.text(Duration.ofNanos(System.nanoTime() - start)))),
                        FIRST.toSeconds(),
                        BETWEEN.toSeconds(),
                        TimeUnit.SECONDS);
    }

    void ends() {
        ScheduledFuture<?> pending = notice;
        if (pending != null) {
            pending.cancel(false);
        }
    }

    private ScheduledExecutorService timer() {
        ScheduledExecutorService running = timer;
        if (running == null) {
            running = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("still-running").factory());
            timer = running;
        }
        return running;
    }
}
