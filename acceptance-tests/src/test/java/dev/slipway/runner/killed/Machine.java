package dev.slipway.runner.killed;

import dev.slipway.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server of its own with all that can befall it.
final class Machine implements AutoCloseable {
    private static final long DEADLINE = Duration.ofSeconds(60).toNanos();

    private final PostgresServer server;
    private final Path data;
    private final Optional<Path> smallDisk;

    private Machine(PostgresServer server, Path data, Optional<Path> smallDisk) {
        this.server = server;
        this.data = data;
        this.smallDisk = smallDisk;
    }

    static Machine start() throws Exception {
        PostgresServer server = PostgresServer.start(0);
        Path data = Path.of(text(server, "show data_directory"));
        Machine machine = new Machine(server, data, smallDisk());
        if (machine.smallDisk.isPresent()) {
            server.execute("create tablespace small location '%s'".formatted(machine.smallDisk.get()));
        }
        return machine;
    }

    /// A file system of a few megabytes, which only root can make.
    private static Optional<Path> smallDisk() throws Exception {
        if (!System.getProperty("user.name").equals("root")) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("slipway-small-disk");
        Process mount = new ProcessBuilder(
                        "mount", "-t", "tmpfs", "-o", "size=32m,mode=777", "tmpfs", folder.toString())
                .redirectErrorStream(true)
                .start();
        mount.getInputStream().readAllBytes();
        return mount.waitFor() == 0 ? Optional.of(folder) : Optional.empty();
    }

    String version() {
        return text(server, "show server_version");
    }

    PostgresServer server() {
        return server;
    }

    boolean hasSmallDisk() {
        return smallDisk.isPresent();
    }

    void fillDisk() throws IOException {
        try (var out = Files.newOutputStream(filler())) {
            byte[] zeros = new byte[8192];
            while (true) {
                out.write(zeros);
            }
        } catch (IOException _) {
            // it is full
        }
    }

    void freeDisk() throws IOException {
        if (smallDisk.isPresent()) {
            Files.deleteIfExists(filler());
        }
    }

    private Path filler() {
        return smallDisk.orElseThrow().resolve("filler");
    }

    /// Ends the server without a word, as a power cut does, and starts it again.
    void stopAtOnce() throws Exception {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        new ProcessBuilder("kill", "-QUIT", Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
        postmaster.onExit().get(60, TimeUnit.SECONDS);
        String command = Files.readString(data.resolve("postmaster.opts")).strip();
        String user = System.getProperty("user.name").equals("root") ? "unshare -U " : "";
        new ProcessBuilder(
                        "sh", "-c", "exec %s%s >> '%s' 2>&1 < /dev/null".formatted(user, command, data.resolve("log")))
                .start();
        awaitUp();
    }

    void awaitUp() throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE;
        while (true) {
            try (Connection _ = server.connectAsSuperuser("postgres")) {
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the server does not come up", e);
                }
                Thread.sleep(20);
            }
        }
    }

    /// Until a runner that is alive has a session.
    void awaitSession(String database, Process runner) throws InterruptedException {
        while (runner.isAlive() && backends(database).isEmpty()) {
            Thread.sleep(50);
        }
    }

    /// The processes of the server for a database, without those of `psql` and tests.
    List<Long> backends(String database) {
        String pids = text(server, """
            select coalesce(string_agg(pid::text, ' ' order by application_name), '') from pg_stat_activity
            where datname = '%s' and application_name like 'slipway%%' and application_name not like '%%watch'
            """.formatted(database));
        return pids.isEmpty()
                ? List.of()
                : Stream.of(pids.split(" ")).map(Long::valueOf).toList();
    }

    private static String text(PostgresServer server, String query) {
        try (Connection connection = server.connectAsSuperuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (smallDisk.isPresent()) {
            new ProcessBuilder("umount", "-l", smallDisk.get().toString()).start();
        }
    }
}
