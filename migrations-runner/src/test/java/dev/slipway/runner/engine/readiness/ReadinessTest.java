package dev.slipway.runner.engine.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.runner.model.UnavailableReason;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseUnavailable;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadinessTest {
    private static final RetryBackoff QUICK = new RetryBackoff(
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(50),
            Duration.ofMillis(300),
            Duration.ofSeconds(30));

    private final PostgresServer server = PostgresServer.shared();
    private final List<Event> events = new CopyOnWriteArrayList<>();

    @Test
    void isReadyAtOnceWhereTheDatabaseIs() {
        TestDatabase database = server.createDatabase();
        try (Session session = Readiness.await(settings(database.url()), "wait", Duration.ZERO, events::add)) {
            assertThat(session.databaseName()).isEqualTo(database.name());
            assertThat(events).singleElement().isInstanceOfSatisfying(Event.DatabaseReady.class, ready -> {
                assertThat(ready.database()).isEqualTo(session.database());
                assertThat(ready.waited()).isLessThan(Duration.ofSeconds(10));
            });
        }
    }

    @Test
    void waitsForADatabaseThatIsCreatedLater() throws Exception {
        TestDatabase owner = server.createDatabase();
        String url = owner.url().replaceFirst("/[^/]*$", "/later_" + owner.name());
        Thread creator = Thread.ofVirtual().start(() -> {
            awaitEvent();
            server.execute("create database later_%s owner %s".formatted(owner.name(), owner.owner()));
        });
        try (Session session = new Readiness(settings(url), "wait", QUICK, events::add).await()) {
            assertThat(session.databaseName()).isEqualTo("later_" + owner.name());
        }
        creator.join();
        assertThat(events.getFirst()).isInstanceOfSatisfying(Event.WaitingForDatabase.class, waiting -> {
            assertThat(waiting.reason()).isEqualTo(UnavailableReason.NO_SUCH_DATABASE);
            assertThat(waiting.limit()).isEqualTo(QUICK.deadline());
        });
        assertThat(events.getLast()).isInstanceOf(Event.DatabaseReady.class);
    }

    @Test
    void tellsOfEachNewReason(@TempDir Path folder) throws Exception {
        TestDatabase database = server.createDatabase();
        server.execute("alter database %s allow_connections false".formatted(database.name()));
        Path file = Files.writeString(folder.resolve("password"), database.password());
        ConnectionSettings settings = byPasswordFile(database, file);
        Files.delete(file);
        Thread helper = Thread.ofVirtual().start(() -> {
            awaitEvent();
            writeAtOnce(file, database.password());
            awaitReason(UnavailableReason.NOT_PERMITTED);
            server.execute("alter database %s allow_connections true".formatted(database.name()));
        });
        new Readiness(settings, "wait", QUICK, events::add).await().close();
        helper.join();
        assertThat(reasons())
                .startsWith(UnavailableReason.PASSWORD_UNREADABLE)
                .contains(UnavailableReason.NOT_PERMITTED)
                .containsOnly(UnavailableReason.PASSWORD_UNREADABLE, UnavailableReason.NOT_PERMITTED);
    }

    @Test
    void givesUpAfterThePasswordWasRefusedTwice() {
        TestDatabase database = server.createDatabase();
        DatabaseUnavailable failure = failure(
                "postgresql://%s:wrong@localhost:%d/%s".formatted(database.owner(), server.port(), database.name()),
                QUICK);
        assertThat(failure.reason()).isEqualTo(UnavailableReason.WRONG_PASSWORD);
        assertThat(failure.attempts()).isEqualTo(2);
        assertThat(failure.waited()).isGreaterThan(QUICK.afterWrongPassword());
    }

    @Test
    void givesUpAtOnceWhereThereIsNoTls() {
        TestDatabase database = server.createDatabase();
        DatabaseUnavailable failure = failure(database.url() + "?sslmode=require", QUICK);
        assertThat(failure.reason()).isEqualTo(UnavailableReason.TLS_REFUSED);
        assertThat(failure.attempts()).isEqualTo(1);
    }

    @Test
    void findsARotatedPasswordAtTheSecondAttempt(@TempDir Path folder) throws Exception {
        TestDatabase database = server.createDatabase();
        Path file = Files.writeString(folder.resolve("password"), "old");
        ConnectionSettings settings = byPasswordFile(database, file);
        new Readiness(settings, "wait", QUICK, event -> {
                    if (event instanceof Event.WaitingForDatabase) {
                        writeAtOnce(file, database.password());
                    }
                    events.add(event);
                })
                .await()
                .close();
        assertThat(reasons()).containsExactly(UnavailableReason.WRONG_PASSWORD);
    }

    @Test
    void findsAPasswordThatIsRotatedLater(@TempDir Path folder) throws Exception {
        TestDatabase database = server.createDatabase();
        Path file = Files.writeString(folder.resolve("password"), "old");
        AtomicInteger refused = new AtomicInteger();
        RetryBackoff telling = new RetryBackoff(
                Duration.ofMillis(20),
                Duration.ofMillis(20),
                Duration.ofMillis(20),
                Duration.ZERO,
                Duration.ofSeconds(30));
        new Readiness(byPasswordFile(database, file), "wait", telling, event -> {
                    if (event instanceof Event.WaitingForDatabase && refused.incrementAndGet() == 6) {
                        writeAtOnce(file, database.password());
                    }
                    events.add(event);
                })
                .await()
                .close();
        assertThat(reasons()).hasSize(6).containsOnly(UnavailableReason.WRONG_PASSWORD);
    }

    @Test
    void waitsForAPasswordThatIsWrittenLater(@TempDir Path folder) throws Exception {
        TestDatabase database = server.createDatabase();
        Path file = Files.writeString(folder.resolve("password"), "");
        Thread writer = Thread.ofVirtual().start(() -> {
            awaitReason(UnavailableReason.PASSWORD_MISSING);
            sleep(Duration.ofMillis(300));
            writeAtOnce(file, database.password());
        });
        new Readiness(byPasswordFile(database, file), "wait", QUICK, events::add)
                .await()
                .close();
        writer.join();
        assertThat(reasons()).contains(UnavailableReason.PASSWORD_MISSING);
    }

    @Test
    void aPasswordThatStaysWrongIsTheReasonAtTheDeadline(@TempDir Path folder) throws Exception {
        TestDatabase database = server.createDatabase();
        Path file = Files.writeString(folder.resolve("password"), "old");
        SlipwayException thrown = catchThrowableOfType(
                SlipwayException.class,
                () -> new Readiness(
                                byPasswordFile(database, file),
                                "wait",
                                QUICK.within(Duration.ofMillis(1500)),
                                events::add)
                        .await());
        assertThat(thrown.failure()).isInstanceOfSatisfying(DatabaseUnavailable.class, failure -> {
            assertThat(failure.reason()).isEqualTo(UnavailableReason.WRONG_PASSWORD);
            assertThat(failure.said()).contains("password authentication failed");
            assertThat(failure.attempts()).isGreaterThan(2);
        });
    }

    private ConnectionSettings byPasswordFile(TestDatabase database, Path file) {
        return ConnectionSettings.of(
                Optional.of(
                        "postgresql://%s@localhost:%d/%s".formatted(database.owner(), server.port(), database.name())),
                Map.of("DATABASE_PASSWORD_FILE", file.toString()));
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void givesUpAtOnceOnASettingTheServerDoesNotKnow() {
        TestDatabase database = server.createDatabase();
        DatabaseUnavailable failure = failure(database.url() + "?options=-c%20no_such_setting=1", QUICK);
        assertThat(failure.reason()).isEqualTo(UnavailableReason.SETTING_REFUSED);
        assertThat(failure.attempts()).isEqualTo(1);
    }

    private DatabaseUnavailable failure(String url, RetryBackoff rhythm) {
        SlipwayException thrown = catchThrowableOfType(
                SlipwayException.class, () -> new Readiness(settings(url), "wait", rhythm, events::add).await());
        assertThat(thrown.failure().exitCode().code()).isEqualTo(4);
        return (DatabaseUnavailable) thrown.failure();
    }

    private List<UnavailableReason> reasons() {
        return events.stream()
                .filter(Event.WaitingForDatabase.class::isInstance)
                .map(event -> ((Event.WaitingForDatabase) event).reason())
                .toList();
    }

    private void awaitEvent() {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (events.isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private void awaitReason(UnavailableReason reason) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!reasons().contains(reason) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    /// As a mounted secret changes: in one step.
    private static void writeAtOnce(Path file, String content) {
        try {
            Path written = Files.writeString(file.resolveSibling("written"), content);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConnectionSettings settings(String url) {
        return ConnectionSettings.of(Optional.of(url), Map.of());
    }
}
