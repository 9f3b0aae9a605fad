package dev.slipway.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A hot standby that streams from another server.
///
/// @param data its directory, which is deleted when it is closed
public record StandbyServer(EmbeddedPostgres embedded, Path data) implements AutoCloseable {
    /// What belongs to the process of the primary and not to its data.
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    /// A copy of the primary's files while it runs (PostgreSQL's manual, "Making a Base Backup Using the Low Level
    /// API").
    public static StandbyServer of(PostgresServer primary) {
        try (Connection connection = primary.connectAsSuperuser("postgres");
                Statement statement = connection.createStatement()) {
            Path data = DataDirectory.create().path();
            ask(statement, "select pg_backup_start('standby', true)");
            copy(Path.of(ask(statement, "show data_directory")), data);
            Files.writeString(
                    data.resolve("backup_label"), ask(statement, "select labelfile from pg_backup_stop(false)"));
            Files.createFile(data.resolve("standby.signal"));
            Files.writeString(
                    data.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres'%n".formatted(primary.port()));
            EmbeddedPostgres embedded = PostgresServer.builder(data, PostgresServer.home())
                    .setCleanDataDirectory(false)
                    .setServerConfig("wal_receiver_status_interval", "1")
                    .start();
            return new StandbyServer(embedded, data);
        } catch (SQLException e) {
            throw new IllegalStateException("no standby", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ask(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(each -> !each.equals(from)).toList()) {
                if (!LEFT_OUT.contains(file.getFileName().toString())) {
                    Files.copy(file, to.resolve(from.relativize(file)));
                }
            }
        }
    }

    /// Runs one statement as superuser.
    public void execute(String sql) {
        try (Connection connection =
                        embedded.getDatabase("postgres", "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            embedded.close();
            try (Stream<Path> files = Files.walk(data)) {
                List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : all) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
