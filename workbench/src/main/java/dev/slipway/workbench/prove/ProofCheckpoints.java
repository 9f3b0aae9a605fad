package dev.slipway.workbench.prove;

import dev.slipway.runner.model.manifest.Manifest;
import java.time.Duration;
import java.util.function.Consumer;

/// Writes down from time to time what is proved, so that a run that is killed loses little.
final class ProofCheckpoints {
    /// How much of a proof may be lost, where to write it takes no time.
    private static final Duration LOST = Duration.ofSeconds(1);

    /// What part of a proof may go into writing it: of a long history the file is large.
    private static final int SHARE = 20;

    private final Consumer<Manifest> file;
    private long last = System.nanoTime();
    private Duration took = Duration.ZERO;

    ProofCheckpoints(Consumer<Manifest> file) {
        this.file = file;
    }

    /// Writes it if it is time.
    void offer(ManifestBuilder manifest) {
        if (since(last).compareTo(LOST.plus(took.multipliedBy(SHARE))) > 0) {
            long start = System.nanoTime();
            file.accept(manifest.manifest());
            last = System.nanoTime();
            took = since(start);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
