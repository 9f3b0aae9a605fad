package dev.slipway.runner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.RunnerCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program as a process of its own, which is ended when it is closed.
public record RunnerProcess(Process process, BufferedReader out) implements AutoCloseable {
    private static final int SECONDS = 30;

    public static RunnerProcess start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = RunnerCommand.words();
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new RunnerProcess(process, process.inputReader(StandardCharsets.UTF_8));
    }

    /// Returns once it has printed a line that begins so.
    public void awaitLine(String beginning) throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = out.readLine();
        }
        assertThat(line).as("a line that begins with \"%s\"", beginning).isNotNull();
    }

    /// Sends SIGTERM, and gives its exit code and what it wrote to standard error.
    public String terminated() throws IOException, InterruptedException {
        process.toHandle().destroy();
        return ended();
    }

    /// Waits for its end, and gives its exit code and what it wrote to standard error.
    public String ended() throws IOException, InterruptedException {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
        return "exit %d\n%s"
                .formatted(
                        process.exitValue(),
                        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
