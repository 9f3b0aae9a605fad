package dev.slipway.runner.engine.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.runner.model.UnavailableReason;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.Ports;
import dev.slipway.runner.postgres.sql.DatabaseUnavailable;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// How long is waited, and what ends the wait.
final class DeadlineTest {
    private static final RetryBackoff QUICK = new RetryBackoff(
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(50),
            Duration.ofMillis(300),
            Duration.ofSeconds(30));

    private final List<Event> events = new CopyOnWriteArrayList<>();

    @Test
    void givesUpAtTheDeadline() throws Exception {
        int port = Ports.closed();
        long start = System.nanoTime();
        DatabaseUnavailable failure =
                failure("postgresql://u@127.0.0.1:%d/app".formatted(port), QUICK.within(Duration.ofSeconds(2)));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(1800), Duration.ofSeconds(5));
        assertThat(failure.message())
                .isEqualTo("database app on 127.0.0.1:%d is not usable: nothing listens there".formatted(port));
        assertThat(failure.details()).containsExactly("driver: Connection refused");
        assertThat(failure.state()).matches("nothing was changed; gave up after [12]\\.\\d s and \\d+ attempts");
        assertThat(failure.attempts()).isBetween(5, 60);
        assertThat(reasons()).hasSizeBetween(2, 7).containsOnly(UnavailableReason.REFUSED);
    }

    @Test
    void keepsToTheDeadlineWhereNothingAnswers() throws Exception {
        try (ServerSocket silent = Ports.silent()) {
            long start = System.nanoTime();
            DatabaseUnavailable failure = failure(
                    "postgresql://u@127.0.0.1:%d/app".formatted(silent.getLocalPort()),
                    QUICK.within(Duration.ofMillis(700)));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(600), Duration.ofSeconds(5));
            assertThat(failure.reason()).isEqualTo(UnavailableReason.TIMED_OUT);
        }
    }

    /// Nobody listens, and then somebody who says nothing: the time that is left is too short to find that out.
    @Test
    void anAttemptThatWasCutShortLeavesTheReasonThatIsKnown() throws Exception {
        int port = Ports.closed();
        AtomicReference<ServerSocket> silent = new AtomicReference<>();
        Readiness readiness = new Readiness(
                settings("postgresql://u@127.0.0.1:%d/app".formatted(port)),
                "wait",
                QUICK.within(Duration.ofMillis(900)),
                event -> {
                    if (silent.get() == null) {
                        silent.set(Ports.silent(port));
                    }
                });
        SlipwayException thrown = catchThrowableOfType(SlipwayException.class, readiness::await);
        try (ServerSocket _ = silent.get()) {
            DatabaseUnavailable failure = (DatabaseUnavailable) thrown.failure();
            assertThat(failure.reason()).isEqualTo(UnavailableReason.REFUSED);
            assertThat(failure.details()).containsExactly("driver: Connection refused");
            assertThat(failure.attempts()).isEqualTo(2);
        }
    }

    @Test
    void triesOnceWithoutWaiting() throws Exception {
        DatabaseUnavailable failure =
                failure("postgresql://u@127.0.0.1:%d/app".formatted(Ports.closed()), QUICK.within(Duration.ZERO));
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.state()).matches("nothing was changed; gave up after \\d+ ms and 1 attempt");
        assertThat(events).isEmpty();
    }

    @Test
    void endsAtAnInterruptBetweenAttempts() throws Exception {
        RetryBackoff slow = new RetryBackoff(
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(60));
        assertInterrupted("postgresql://u@127.0.0.1:%d/app".formatted(Ports.closed()), slow);
    }

    @Test
    void endsAtAnInterruptDuringAnAttempt() throws Exception {
        try (ServerSocket silent = Ports.silent()) {
            assertInterrupted(
                    "postgresql://u@127.0.0.1:%d/app?connect_timeout=30".formatted(silent.getLocalPort()), QUICK);
        }
    }

    private void assertInterrupted(String url, RetryBackoff rhythm) throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread waiter = Thread.ofPlatform().start(() -> {
            thrown.set(catchThrowableOfType(
                    SlipwayException.class, () -> new Readiness(settings(url), "wait", rhythm, events::add).await()));
            flag.set(Thread.currentThread().isInterrupted());
        });
        awaitState(waiter, Thread.State.TIMED_WAITING);
        waiter.interrupt();
        waiter.join(Duration.ofSeconds(5));
        assertThat(waiter.isAlive()).isFalse();
        assertThat(thrown.get())
                .isInstanceOfSatisfying(
                        SlipwayException.class, e -> assertThat(e.failure()).isInstanceOf(Interrupted.class));
        assertThat(flag.get()).isTrue();
    }

    private static void awaitState(Thread thread, Thread.State state) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (thread.getState() != state) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
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

    private static ConnectionSettings settings(String url) {
        return ConnectionSettings.of(Optional.of(url), Map.of());
    }
}
