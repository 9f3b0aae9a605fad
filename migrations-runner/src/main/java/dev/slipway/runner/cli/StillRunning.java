package dev.slipway.runner.cli;

import dev.slipway.runner.model.Durations;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Says now and then that a script is still running, so that a long one is not taken for a dead one.
final class StillRunning {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Consumer<String> line;
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    private record Running(String title, long start, Duration next) {
        Duration took() {
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    StillRunning(Consumer<String> line) {
        this.line = line;
    }

    void begins(String title) {
        running.set(new Running(title, System.nanoTime(), FIRST));
        lookAt();
    }

    void ends() {
        running.set(null);
    }

    private void lookAt() {
        if (looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("still-running").start(this::look);
        }
    }

    /// One thread for all scripts, since most end long before they are spoken of. It ends when none has run for a
    /// while.
    private void look() {
        try {
            for (Running now = looked(); now != null; now = looked()) {
                Running told = new Running(now.title, now.start, now.next.plus(BETWEEN));
                if (now.took().compareTo(now.next) >= 0 && running.compareAndSet(now, told)) {
                    line.accept("%s: still running after %s".formatted(now.title, Durations.text(now.took())));
                }
            }
        } catch (InterruptedException _) {
            // the program ends
        }
        looking.set(false);
        if (running.get() != null) {
            lookAt();
        }
    }

    private @Nullable Running looked() throws InterruptedException {
        Thread.sleep(LOOK);
        return running.get();
    }
}
