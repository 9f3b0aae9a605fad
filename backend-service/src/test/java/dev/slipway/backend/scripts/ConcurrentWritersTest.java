package dev.slipway.backend.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.ReferenceScripts;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConcurrentWritersTest {
    private static final List<String> WRITES = List.of(
            "password_hash = 'l1'",
            "password_hash = null",
            "is_admin = true",
            "is_admin = false",
            "hashed_password = 'm1'",
            "hashed_password = 'm2'",
            "role = 'admin'",
            "role = 'viewer'",
            "password_hash = 'l2', is_admin = false",
            "hashed_password = 'm3', role = 'member'");

    private static TestDatabase database;

    @BeforeAll
    static void migrate() {
        database = PostgresServer.shared().createDatabase();
        ReferenceScripts.up(database, 1, 3);
    }

    @BeforeEach
    void insertUsers() {
        database.execute("""
                truncate users restart identity;
                insert into users (username, email, hashed_password, role)
                values ('a', 'a@b', 'h', 'member'), ('b', 'b@b', 'h', 'viewer')
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "password_hash = 'x', is_admin = true; hashed_password = 'y', role = 'viewer'; y|y|f|viewer",
                "hashed_password = 'x', role = 'admin'; password_hash = 'y', is_admin = false; y|y|f|member",
                "password_hash = 'x'; role = 'admin'; x|x|t|admin",
                "role = 'admin'; password_hash = 'x'; x|x|t|admin",
            })
    void theSecondWriterSeesWhatTheFirstLeft(String first, String second, String row) throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update users set %s where username = 'a'".formatted(first));
            Future<?> writer =
                    other.submit(() -> database.execute("update users set %s where username = 'a'".formatted(second)));
            awaitAWaitingWriter();
            connection.commit();
            writer.get();
        }
        assertThat(database.query(
                        "select password_hash, hashed_password, is_admin, role from users where username = 'a'"))
                .containsExactly(row);
    }

    @Test
    void bothSidesWritingAtOnceNeverDisagree() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(seed -> writers.submit(() -> write(new Random(seed))))
                    .toList();
            for (Future<?> writer : running) {
                writer.get();
            }
        }
        assertThat(database.query("""
                select count(*) from users
                where hashed_password is not distinct from password_hash and is_admin = (role = 'admin')
                """)).containsExactly("2");
    }

    private Void write(Random random) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 250; i++) {
                String write = WRITES.get(random.nextInt(WRITES.size()));
                statement.execute("update users set %s where id = %d".formatted(write, 1 + random.nextInt(2)));
            }
        }
        return null;
    }

    private void awaitAWaitingWriter() {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (database.query(
                        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .isEmpty()) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }
}
