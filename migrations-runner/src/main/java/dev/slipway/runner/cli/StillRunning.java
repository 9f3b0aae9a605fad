package dev.slipway.runner.cli;

import dev.slipway.runner.model.Durations;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Says now and then that a script is still running, so that a long one is not taken for a dead one.
final class StillRunning {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private final Consumer<String> line;
    private @Nullable Thread clock;

    StillRunning(Consumer<String> line) {
        this.line = line;
    }

    void begins(String title) {
        ends();
        clock = Thread.ofVirtual().name("still-running").start(() -> tell(title));
    }

    void ends() {
        Thread running = clock;
        if (running != null) {
            running.interrupt();
            clock = null;
        }
    }

    private void tell(String title) {
        long start = System.nanoTime();
        try {
            Thread.sleep(FIRST);
            while (true) {
                line.accept("%s: still running after %s"
                        .formatted(title, Durations.text(Duration.ofNanos(System.nanoTime() - start))));
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException _) {
            // the script has come to its end
        }
    }
}
