package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.fixture.AccountDatabase;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
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
    private static final String PASSWORD = "correct horse bätтery";
    private static final String PBKDF2 =
            "pbkdf2:sha256:600000$Xk3aPq9Zt1bC7dEf$42533e0f460bd2b09eb7ed0e8424c02701dbd4839c3ba676dc49bf0afe420c98";
    private static final String SCRYPT =
            "scrypt:32768:8:1$Yb7LmQe2Rt5uVw8x$f2903701267da62b87d0bf9640e579a2bb9c9d8c332565eb7e5a2aaaa983b733c000d1eb2cca79348dd36244c9c1620ec63c52041c8c8dcd9fa84c00aeebca9f";
    private static final String BCRYPT = "$2b$06$abcdefghijklmnopqrstuuVtb/nNt1zUpaExnpbH4ZnQodOliBJgS";
    private static final Answer REFUSED = new Answer(401, "application/problem+json", """
            {"title":"Unauthorized","status":401,"detail":"user name or password is wrong, or there were too many attempts"}""");

    private static AccountDatabase database;
    private static RunningService service;

    @BeforeAll
    static void start() {
        database = AccountDatabase.at(7);
        service = RunningService.start(Map.of(
                "DATABASE_URL",
                database.service().url(),
                "ADMIN_PASSWORD",
                RunningService.ADMIN_PASSWORD,
                "SIGN_IN_ATTEMPTS_PER_MINUTE",
                "100000"));
        service.awaitReady();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @BeforeEach
    void insertUsers() {
        database.owner().execute("delete from users where username <> 'admin'");
        database.service().execute("""
                insert into users (id, username, email, hashed_password, role)
                    values (100, 'ana', 'ana@example.org', '%s', 'member');
                insert into users (id, username, email, password_hash) values (101, 'old', 'old@example.org', '%s');
                insert into users (id, username, email, password_hash) values (102, 'older', 'older@example.org', '%s');
                insert into users (id, username, email) values (103, 'none', 'none@example.org');
                insert into users (id, username, email, hashed_password, active)
                    values (104, 'gone', 'gone@example.org', '%s', false);
                update company_settings set max_failed_login_attempts = 5, lockout_minutes = 15
                """.formatted(BCRYPT, SCRYPT, PBKDF2, BCRYPT));
    }

    @Test
    void locksAfterTheFailuresThatTheSettingsAllow() {
        for (int i = 0; i < 4; i++) {
            signIn("ana", "wrong");
        }
        assertThat(row("ana", "failed_login_attempts, locked_until")).isEqualTo("4|");
        signIn("ana", "wrong");
        assertThat(row("ana", "failed_login_attempts, " + minutesLocked())).isEqualTo("5|15");
        assertThat(signIn("ana", PASSWORD)).isEqualTo(REFUSED);
        assertThat(row("ana", "failed_login_attempts, " + minutesLocked())).isEqualTo("5|15");
    }

    @ParameterizedTest
    @CsvSource({"5, 30", "6, 60", "9, 480", "11, 1440", "2147483647, 1440"})
    void eachFurtherFailureLocksForTwiceAsLongUpToADay(int failures, int minutes) {
        database.service()
                .execute("update users set failed_login_attempts = %d, locked_until = now() where username = 'ana'"
                        .formatted(failures));
        signIn("ana", "wrong");
        assertThat(row("ana", minutesLocked())).isEqualTo(String.valueOf(minutes));
    }

    @Test
    void aSuccessAfterTheLockForgetsTheFailures() {
        database.service()
                .execute("update users set failed_login_attempts = 7, locked_until = now() where username = 'ana'");
        assertThat(signIn("ana", PASSWORD).status()).isEqualTo(200);
        assertThat(row("ana", "failed_login_attempts, locked_until")).isEqualTo("0|");
    }

    @Test
    void ofManyAttemptsAtOnceOnlyAsManyCountAsTheSettingsAllow() throws Exception {
        List<Callable<Answer>> attempts = IntStream.range(0, 40)
                .<Callable<Answer>>mapToObj(_ -> () -> signIn("ana", "wrong"))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(40)) {
            for (Future<Answer> answer : threads.invokeAll(attempts)) {
                assertThat(answer.get()).isEqualTo(REFUSED);
            }
        }
        assertThat(row("ana", "failed_login_attempts, " + minutesLocked())).isEqualTo("5|15");
    }

    private static String minutesLocked() {
        return "ceil(extract(epoch from locked_until - now()) / 60)";
    }

    private static String row(String username, String columns) {
        return database.owner()
                .query("select %s from users where username = '%s'".formatted(columns, username))
                .getFirst();
    }

    private static Answer signIn(String username, String password) {
        return RunningService.answer(login(username, password));
    }

    private static HttpResponse<String> login(String username, String password) {
        return service.nobody().exchange("POST", "/api/auth/login", body(username, password));
    }

    private static String body(String username, String password) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
    }
}
