package dev.slipway.runner.acceptance.backup;

import dev.slipway.runner.RunnerCommand;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The runner as a process of its own, on whose surroundings bash has an influence.
///
/// @param environment what is set beside what the tests have
record RunnerInBash(Map<String, String> environment) {
    /// @param before what stands in bash before the words that start the runner
    Run run(String before, String... arguments) throws IOException, InterruptedException {
        return bash(before + " " + words(arguments));
    }

    /// Runs bash, in whose text these words start the runner.
    static String words(String... arguments) {
        return "'%s' %s".formatted(String.join("' '", RunnerCommand.words()), String.join(" ", arguments));
    }

    /// What is printed where is not told apart.
    Run bash(String text) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", text).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), printed, "");
    }
}
