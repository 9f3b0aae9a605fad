package dev.slipway.runner.killed;

import dev.slipway.runner.RunnerCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The runner as a process of its own.
final class Runner {
    private Runner() {}

    /// @param text what it said
    record Ended(int exitCode, String text) {}

    static Process start(String url, Path scripts, List<String> arguments) throws IOException {
        List<String> command = RunnerCommand.words();
        command.addAll(arguments);
        command.addAll(List.of("--locations", "filesystem:" + scripts));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", url);
        return builder.start();
    }

    static Ended await(Process process) throws Exception {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
        return new Ended(process.exitValue(), text);
    }
}
