package dev.slipway.runner.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.RunnerCommand;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Somebody at a terminal, made with util-linux's `script`.
public record AtTerminal(TestDatabase database, Path scripts) {
    /// Nothing is typed: the program is sent SIGTERM.
    public static final String TERM = "";

    /// Runs a command without blanks in its arguments.
    ///
    /// @param typed at every question
    /// @return what stands on the terminal in the end, what was typed included
    public Run run(String typed, String... arguments) throws IOException, InterruptedException {
        Path terminal = Program.require("script", "bsdutils");
        String command = "%s %s --locations %s"
                .formatted(String.join(" ", RunnerCommand.words()), String.join(" ", arguments), scripts);
        ProcessBuilder builder = new ProcessBuilder(terminal.toString(), "-qec", command, "/dev/null");
        builder.environment().put("DATABASE_URL", database.url());
        Process process = builder.start();
        StringBuilder screen = new StringBuilder();
        try (Reader reader = process.inputReader(StandardCharsets.UTF_8);
                Writer keyboard = process.outputWriter(StandardCharsets.UTF_8)) {
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                screen.append((char) next);
                if (screen.toString().endsWith("[y/N] ") && typed.equals(TERM)) {
                    process.descendants().filter(AtTerminal::isJava).forEach(ProcessHandle::destroy);
                } else if (screen.toString().endsWith("[y/N] ")) {
                    keyboard.write(typed);
                    keyboard.flush();
                }
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), screen.toString().replace("\r", ""), "").masked(database, scripts);
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().filter(name -> name.endsWith("/java")).isPresent();
    }
}
