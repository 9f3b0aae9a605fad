package dev.slipway.runner.model.batch;

import java.time.Duration;
import java.util.List;

/// How a script runs in batches.
///
/// @param key the columns by which rows are taken in order, as the catalog names them
/// @param goal how long a batch should take
/// @param pause between two batches
/// @param lag how far a replica may be behind
public record BatchSettings(List<String> key, Duration goal, Duration pause, Duration lag) {
    public static final Duration GOAL = Duration.ofMillis(500);
    public static final Duration LAG = Duration.ofSeconds(10);

    public BatchSettings {
        key = List.copyOf(key);
    }
}
