package dev.slipway.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The container engine, spoken to by its own client.
final class Docker {
    private static final int DEADLINE_SECONDS = 180;
    private static final int DEADLINE_OF_PULLS = 1800;

    private Docker() {}

    /// What the engine answers, without the last line end.
    ///
    /// @throws IOException with the answer, if the engine refuses or does not answer in time
    static String run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        Path output = Files.createTempFile("slipway", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            int deadline = words[0].equals("pull") ? DEADLINE_OF_PULLS : DEADLINE_SECONDS;
            boolean ended = process.waitFor(deadline, TimeUnit.SECONDS);
            String answer = Files.readString(output).strip();
            if (!ended) {
                process.destroyForcibly();
                throw new IOException("\"docker %s\" took longer than %d s".formatted(words[0], deadline));
            }
            if (process.exitValue() != 0) {
                throw new IOException("\"docker %s\": %s".formatted(words[0], answer));
            }
            return answer;
        } finally {
            Files.delete(output);
        }
    }
}
