package dev.slipway.runner.engine.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class EarlySessionTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Session> opened = new CompletableFuture<>();

    @Test
    void isOpenedBeforeAnybodyAsksForIt() {
        try (EarlySession early = EarlySession.begin(this::open, events::add)) {
            Session session = opened.join();
            assertThat(events).isEmpty();
            assertThat(early.await()).isSameAs(session);
            assertThat(events).singleElement().isInstanceOf(Event.DatabaseReady.class);
        }
    }

    @Test
    void isClosedIfNobodyAsksForIt() throws SQLException {
        try (EarlySession early = EarlySession.begin(this::open, events::add)) {
            assertThat(opened.join().connection().isClosed()).isFalse();
            assertThat(early).isNotNull();
        }
        // by whoever comes second, the one that opens it or the one that gives it up
        while (!opened.join().connection().isClosed()) {
            Thread.onSpinWait();
        }
        assertThat(events).isEmpty();
    }

    @Test
    void isNotWaitedForIfNobodyAsksForIt() {
        ConnectionSettings missing = settings(database.url().replaceFirst("/[^/]*$", "/missing"));
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        EarlySession.begin(
                        progress -> {
                            try {
                                return Readiness.await(missing, "test", Duration.ofMinutes(5), progress);
                            } catch (SlipwayException e) {
                                ended.complete(e);
                                throw e;
                            }
                        },
                        events::add)
                .close();
        assertThat(ended.join())
                .isInstanceOfSatisfying(
                        SlipwayException.class, e -> assertThat(e.failure()).isInstanceOf(Interrupted.class));
        assertThat(events).isEmpty();
    }

    @Test
    void failsWhenSomebodyAsksForIt() {
        IllegalArgumentException problem = new IllegalArgumentException("no such address");
        try (EarlySession early = EarlySession.begin(
                _ -> {
                    throw problem;
                },
                events::add)) {
            assertThatThrownBy(early::await).isSameAs(problem);
        }
    }

    @Test
    void givesUpWhenWhoAsksIsInterrupted() {
        CountDownLatch given = new CountDownLatch(1);
        try (EarlySession early = EarlySession.begin(
                _ -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException _) {
                        given.countDown();
                    }
                    throw new IllegalStateException("given up");
                },
                events::add)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(early::await)
                    .isInstanceOfSatisfying(
                            SlipwayException.class, e -> assertThat(e.failure()).isInstanceOf(Interrupted.class));
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(given).satisfies(CountDownLatch::await);
    }

    private Session open(Progress progress) {
        Session session = Readiness.await(settings(database.url()), "test", Duration.ZERO, progress);
        opened.complete(session);
        return session;
    }

    private static ConnectionSettings settings(String url) {
        return ConnectionSettings.of(Optional.of(url), Map.of());
    }
}
