package dev.slipway.image;

import dev.slipway.testing.PostgresServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The runner brings an empty database to the newest of the reference scripts.
record RunnerTraining(ProgramImage program) {
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:MaxRAMPercentage=70");

    void run(PostgresServer server) throws IOException, InterruptedException {
        Map<String, String> environment =
                Map.of("DATABASE_URL", server.createDatabase().url());
        try (Container container = TrainingContainer.create(program, OPTIONS, environment)) {
            container.put(program.scripts(), "/migrations");
            container.start();
            container.take(TrainingContainer.RECORDED, program.cache());
        }
    }
}
