package dev.slipway.runner.acceptance;

import dev.slipway.runner.Program;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real pooler before a database, on loopback.
public final class PgBouncer implements AutoCloseable {
    private static final long DEADLINE = TimeUnit.SECONDS.toNanos(30);

    private final TestDatabase database;
    private final Path folder;
    private final int port;
    private final Process process;

    private PgBouncer(TestDatabase database, Path folder, int port, Process process) {
        this.database = database;
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /// @param mode `session`, `transaction` or `statement`
    /// @param settings more lines of its file
    public static PgBouncer before(TestDatabase database, String mode, String... settings)
            throws IOException, InterruptedException {
        Path program = Program.require("pgbouncer", "pgbouncer");
        Path folder = Files.createTempDirectory("pgbouncer");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        int port = freePort();
        Path file = Files.writeString(folder.resolve("pgbouncer.ini"), """
            [databases]
            %s = host=127.0.0.1 port=%d user=%s password='%s'
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = any
            pool_mode = %s
            %s
            """.formatted(
                        database.name(),
                        database.server().port(),
                        database.owner(),
                        database.password(),
                        port,
                        mode,
                        String.join("\n", settings)));
        List<String> words = new ArrayList<>(List.of(program.toString(), file.toString()));
        if (System.getProperty("user.name").equals("root")) {
            // it does not run as root
            words.addAll(1, List.of("-u", "nobody"));
        }
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        PgBouncer pooler = new PgBouncer(database, folder, port, process);
        pooler.awaitListening();
        return pooler;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - start > DEADLINE) {
                    close();
                    throw new IllegalStateException("PgBouncer does not listen: " + log(), e);
                }
                Thread.sleep(20);
            }
        }
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    public String url() {
        return database.url().replace(":" + database.server().port(), ":" + port);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
    }
}
