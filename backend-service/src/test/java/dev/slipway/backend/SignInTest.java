package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.fixture.AccountDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignInTest {
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
    void givesATokenThatOpensTheDoor() {
        Answer answer = signIns.signIn("admin", RunningService.ADMIN_PASSWORD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .matches(
                        "\\{\"accessToken\":\"[\\w.-]+\",\"tokenType\":\"Bearer\",\"expiresIn\":900,"
                                + "\"refreshToken\":\"[\\w.-]+\",\"refreshExpiresIn\":(43200|43199),\"user\":\\d+,\"role\":\"admin\"}");
        assertThat(signIns.service().withToken(token(answer)).get("/api/users").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "old", "older"})
    void takesAnOldHashAndMakesItANewOne(String username) {
        assertThat(signIns.signIn(username, SignIns.PASSWORD).status()).isEqualTo(200);
        assertThat(signIns.row(
                        username,
                        "hashed_password like '$argon2id$v=19$m=19456,t=2,p=1$%', password_hash = hashed_password"))
                .isEqualTo("t|t");
        String renewed = signIns.row(username, "hashed_password");
        assertThat(signIns.signIn(username, SignIns.PASSWORD).status()).isEqualTo(200);
        assertThat(signIns.row(username, "hashed_password")).isEqualTo(renewed);
    }

    @Test
    void keepsTheMomentOfTheLastSignInAndCountsNoVersion() {
        assertThat(signIns.row("ana", "last_sign_in_at")).isEmpty();
        signIns.signIn("ana", SignIns.PASSWORD);
        assertThat(signIns.row("ana", "last_sign_in_at > now() - interval '1 minute', version"))
                .isEqualTo("t|1");
    }

    @ParameterizedTest
    @CsvSource({"ana, wrong", "old, wrong", "nobody, wrong", "none, ''", "gone, " + SignIns.PASSWORD, "none, wrong"})
    void theAnswerDoesNotTellWhy(String username, String password) {
        String given = password.isEmpty() ? " " : password;
        HttpResponse<String> answer = signIns.login(username, given);
        assertThat(RunningService.answer(answer)).isEqualTo(SignIns.REFUSED);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    /// Longer than anything it may have to do, so that the time does not tell why.
    @Test
    void everyRefusalTakesAtLeastHalfASecond() {
        for (String username : List.of("nobody", "ana", "gone", "none", "old")) {
            long start = System.nanoTime();
            signIns.signIn(username, "wrong");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(username)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(500));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; \"password\" is missing|\"username\" is missing",
                "{\"username\":\"\",\"password\":\"\"}; \"password\" takes 1 to 1024 characters|\"username\" takes 1 to 64 characters, and no control characters",
                "{\"username\":\"a\\u0000\",\"password\":\"x\"}; \"username\" takes 1 to 64 characters, and no control characters",
                "{\"username\":\"\\ud800\",\"password\":\"x\"}; \"username\" takes 1 to 64 characters, and no control characters",
            })
    void namesEveryFault(String body, String faults) {
        Answer answer = signIns.service().nobody().send("POST", "/api/auth/login", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"detail\":\"%s\""
                        .formatted(faults.replace("\"", "\\\"").replace("|", "; ")));
    }

    @Test
    void aLongBodyIsRefused() {
        Answer answer = signIns.service()
                .nobody()
                .send(
                        "POST",
                        "/api/auth/login",
                        "{\"username\":\"%s\",\"password\":\"x\"}".formatted("a".repeat(100_000)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.type()).isEqualTo("application/problem+json");
    }

    @Test
    void anAddressMayTryOnlySoOften() {
        AccountDatabase other = AccountDatabase.migrated();
        try (RunningService bounded = RunningService.start(Map.of(
                "DATABASE_URL",
                other.service().url(),
                "ADMIN_PASSWORD",
                RunningService.ADMIN_PASSWORD,
                "SIGN_IN_ATTEMPTS_PER_MINUTE",
                "2"))) {
            bounded.awaitReady();
            String right = SignIns.body("admin", RunningService.ADMIN_PASSWORD);
            assertThat(bounded.nobody().send("POST", "/api/auth/login", right).status())
                    .isEqualTo(200);
            assertThat(bounded.nobody()
                            .send("POST", "/api/auth/login", SignIns.body("x", "y"))
                            .status())
                    .isEqualTo(401);
            HttpResponse<String> refused = bounded.nobody().exchange("POST", "/api/auth/login", right);
            assertThat(RunningService.answer(refused)).isEqualTo(new Answer(429, "application/problem+json", """
                    {"title":"Too Many Requests","status":429,"detail":"too many attempts from this address; wait a minute"}"""));
            assertThat(Integer.parseInt(
                            refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(bounded.nobody().send("POST", "/api/auth/refresh", "{\"refreshToken\":\"x\"}"))
                    .isEqualTo(RunningService.answer(refused));
        }
    }

    private static String token(Answer answer) {
        return answer.body().replaceAll(".*\"accessToken\":\"([^\"]+)\".*", "$1");
    }
}
