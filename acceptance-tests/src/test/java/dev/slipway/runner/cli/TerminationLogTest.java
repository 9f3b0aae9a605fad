package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kubernetes shows why a runner ended.
final class TerminationLogTest {
    @RegisterExtension
    private final Project project = new Project();

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void holdsTheFailureAsTextInBothFormats(String format) throws IOException {
        Path log = Files.createFile(project.folder().resolve("log"));
        Run run = run(log, "--format", format);
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(Files.readString(log).replaceAll("after \\d+ m?s", "after TIME"))
                .isEqualTo("""
                    error: database app on localhost:1 is not usable: nothing listens there
                      driver: Connection refused
                      state: nothing was changed; gave up after TIME and 1 attempt
                      help:  check host and port, and that PostgreSQL is running (in a container, localhost is the container itself)
                    """);
    }

    @Test
    void isNotMadeWhereThereIsNone() {
        assertThat(run(project.folder().resolve("log")).exitCode()).isEqualTo(4);
        assertThat(project.folder()).isEmptyDirectory();
    }

    @Test
    void keepsTheBeginningOfALongMessage() throws IOException {
        Path log = Files.createFile(project.folder().resolve("log"));
        new TerminationLog(log).write("error: é" + "é".repeat(3000));
        assertThat(Files.readString(log, StandardCharsets.UTF_8)).isEqualTo("error: é" + "é".repeat(2043));
    }

    private static Run run(Path log, String... more) {
        Map<String, String> environment =
                Map.of(TerminationLog.VARIABLE, log.toString(), "DATABASE_URL", "postgresql://app@localhost:1/app");
        return Run.with(
                environment,
                Stream.concat(Stream.of("wait", "--wait-timeout", "0"), Stream.of(more))
                        .toArray(String[]::new));
    }
}
