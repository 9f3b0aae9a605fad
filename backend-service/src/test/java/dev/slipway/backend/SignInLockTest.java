package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who fails to sign in too often waits.
final class SignInLockTest {
    private static SignIns signIns;

    @BeforeAll
    static void start() {
        signIns = SignIns.start();
    }

    @AfterAll
    static void close() {
        signIns.close();
    }

    @BeforeEach
    void insertUsers() {
        signIns.insertUsers();
    }

    @Test
    void locksAfterTheFailuresThatTheSettingsAllow() {
        for (int i = 0; i < 4; i++) {
            signIns.signIn("ana", "wrong");
        }
        assertThat(signIns.row("ana", "failed_login_attempts, locked_until")).isEqualTo("4|");
        signIns.signIn("ana", "wrong");
        assertThat(signIns.row("ana", "failed_login_attempts, " + minutesLocked()))
                .isEqualTo("5|15");
        assertThat(signIns.signIn("ana", SignIns.PASSWORD)).isEqualTo(SignIns.REFUSED);
        assertThat(signIns.row("ana", "failed_login_attempts, " + minutesLocked()))
                .isEqualTo("5|15");
    }

    @ParameterizedTest
    @CsvSource({"5, 30", "6, 60", "9, 480", "11, 1440", "2147483647, 1440"})
    void eachFurtherFailureLocksForTwiceAsLongUpToADay(int failures, int minutes) {
        signIns.database()
                .service()
                .execute("update users set failed_login_attempts = %d, locked_until = now() where username = 'ana'"
                        .formatted(failures));
        signIns.signIn("ana", "wrong");
        assertThat(signIns.row("ana", minutesLocked())).isEqualTo(String.valueOf(minutes));
    }

    @Test
    void aSuccessAfterTheLockForgetsTheFailures() {
        signIns.database()
                .service()
                .execute("update users set failed_login_attempts = 7, locked_until = now() where username = 'ana'");
        assertThat(signIns.signIn("ana", SignIns.PASSWORD).status()).isEqualTo(200);
        assertThat(signIns.row("ana", "failed_login_attempts, locked_until")).isEqualTo("0|");
    }

    @Test
    void ofManyAttemptsAtOnceOnlyAsManyCountAsTheSettingsAllow() throws Exception {
        List<Callable<Answer>> attempts = IntStream.range(0, 40)
                .<Callable<Answer>>mapToObj(_ -> () -> signIns.signIn("ana", "wrong"))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(40)) {
            for (Future<Answer> answer : threads.invokeAll(attempts)) {
                assertThat(answer.get()).isEqualTo(SignIns.REFUSED);
            }
        }
        assertThat(signIns.row("ana", "failed_login_attempts, " + minutesLocked()))
                .isEqualTo("5|15");
    }

    private static String minutesLocked() {
        return "ceil(extract(epoch from locked_until - now()) / 60)";
    }
}
