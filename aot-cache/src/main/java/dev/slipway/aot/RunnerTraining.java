package dev.slipway.aot;

import dev.slipway.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The runner brings an empty database to the newest of the reference scripts.
record RunnerTraining(Base base, Path jar) {
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:MaxRAMPercentage=70");

    /// The reference scripts of the checkout in which a jar stands in `MODULE/target`.
    static Path scripts(Path jar) {
        return jar.resolve("../../../migrations").normalize();
    }

    void run(PostgresServer server, Path cache) throws IOException, InterruptedException {
        Map<String, String> environment =
                Map.of("DATABASE_URL", server.createDatabase().url());
        try (TrainingContainer container = TrainingContainer.create(base, jar, OPTIONS, environment)) {
            container.put(scripts(jar), "/migrations");
            container.start();
            container.take(cache);
        }
    }
}
