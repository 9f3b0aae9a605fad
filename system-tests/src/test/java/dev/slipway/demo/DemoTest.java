package dev.slipway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Poll;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Runs the demo as the script `demo` does once everything is built.
@Isolated("images are made of the same packages meanwhile")
class DemoTest {
    private static final int SIGTERM = 143;

    private final List<Process> started = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void onceShowsEveryStepAndTheAnswers() throws IOException, InterruptedException {
        Process demo = start(Command.ROOT, "--once");

        assertThat(exitCode(demo)).isZero();
        assertThat(masked(output())).isEqualTo(golden("once.txt"));
    }

    @Test
    void failsWithTheOutputOfTheProgramThatFailed() throws IOException, InterruptedException {
        Path roles = Path.of("deploy/postgres/roles.sql");
        Files.createDirectories(folder.resolve(roles).getParent());
        Files.copy(Command.ROOT.resolve(roles), folder.resolve(roles));

        Process demo = start(folder, "--once");

        assertThat(exitCode(demo)).isEqualTo(1);
        assertThat(masked(output())).isEqualTo(golden("without-runner.txt"));
    }

    @Test
    void saysThatThePortIsTaken() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Process demo = start(Command.ROOT, "--once", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(exitCode(demo)).isEqualTo(1);
            assertThat(output())
                    .endsWith("error: port %d is taken: give another with --port\n".formatted(taken.getLocalPort()));
        }
    }

    @Test
    void stopsEverythingAtASignal() throws IOException, InterruptedException {
        Process demo = start(Command.ROOT);
        Poll.until("the demo invites to try", () -> !demo.isAlive() || output().contains("Ctrl-C"));
        List<URI> addresses = addresses(output());
        assertThat(addresses).hasSize(3).allMatch(DemoTest::answers);

        demo.destroy();

        assertThat(exitCode(demo)).isEqualTo(SIGTERM);
        assertThat(addresses).noneMatch(DemoTest::answers);
    }

    @AfterEach
    void leaveNothingBehind() {
        started.forEach(Process::destroy);
    }

    private Process start(Path directory, String... arguments) throws IOException {
        Process demo = new ProcessBuilder(words(arguments))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        started.add(demo);
        return demo;
    }

    private static int exitCode(Process demo) throws InterruptedException {
        assertThat(demo.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return demo.exitValue();
    }

    private String output() {
        return read(folder.resolve("output"));
    }

    private static List<String> words(String... arguments) {
        Path target = Command.ROOT.resolve("system-tests/target");
        String classpath = target.resolve("classes") + ":" + read(target.resolve("demo.classpath"));
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classpath,
                "dev.slipway.demo.Demo"));
        words.addAll(List.of(arguments));
        return words;
    }

    /// Times and ports masked, and without what the service logs: its threads may swap two lines.
    private static String masked(String output) {
        return output.replaceAll("(?m)^\\d{4}-\\d\\d-\\d\\dT.*\\n", "")
                .replaceAll("localhost:\\d+", "localhost:PORT")
                .replaceAll("port \\d+", "port PORT")
                .replaceAll("PostgreSQL \\d+\\.\\d+( \\(.*?\\))?", "PostgreSQL VERSION")
                .replaceAll("\\d+ ms|\\d+\\.\\d s", "TIME")
                .replaceAll("\"(createdAt|lastSignInAt)\":\"[^\"]+\"", "\"$1\":\"TIME\"");
    }

    private static List<URI> addresses(String output) {
        return Pattern.compile("(?:curl |DATABASE_URL=)(\\S+)")
                .matcher(output)
                .results()
                .map((MatchResult result) -> URI.create(result.group(1)))
                .toList();
    }

    private static boolean answers(URI address) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String golden(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(DemoTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
