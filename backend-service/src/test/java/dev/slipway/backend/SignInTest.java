package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.fixture.AccountDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignInTest {
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
    void givesATokenThatOpensTheDoor() {
        Answer answer = signIn("admin", RunningService.ADMIN_PASSWORD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .matches("\\{\"accessToken\":\"[\\w.-]+\",\"tokenType\":\"Bearer\",\"expiresIn\":900,"
                        + "\"user\":\\d+,\"role\":\"admin\"}");
        assertThat(service.withToken(token(answer)).get("/api/users").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "old", "older"})
    void takesAnOldHashAndMakesItANewOne(String username) {
        assertThat(signIn(username, PASSWORD).status()).isEqualTo(200);
        assertThat(row(
                        username,
                        "hashed_password like '$argon2id$v=19$m=19456,t=2,p=1$%', password_hash = hashed_password"))
                .isEqualTo("t|t");
        String renewed = row(username, "hashed_password");
        assertThat(signIn(username, PASSWORD).status()).isEqualTo(200);
        assertThat(row(username, "hashed_password")).isEqualTo(renewed);
    }

    @Test
    void keepsTheMomentOfTheLastSignInAndCountsNoVersion() {
        assertThat(row("ana", "last_sign_in_at")).isEmpty();
        signIn("ana", PASSWORD);
        assertThat(row("ana", "last_sign_in_at > now() - interval '1 minute', version"))
                .isEqualTo("t|1");
    }

    @ParameterizedTest
    @CsvSource({"ana, wrong", "old, wrong", "nobody, wrong", "none, ''", "gone, " + PASSWORD, "none, wrong"})
    void theAnswerDoesNotTellWhy(String username, String password) {
        String given = password.isEmpty() ? " " : password;
        HttpResponse<String> answer = login(username, given);
        assertThat(RunningService.answer(answer)).isEqualTo(REFUSED);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    @Test
    void theTimeDoesNotTellWhy() {
        Duration unknown = fastest("nobody");
        for (String username : List.of("ana", "gone", "none", "old")) {
            assertThat(fastest(username).minus(unknown).abs()).as(username).isLessThan(Duration.ofMillis(150));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; \"password\" is missing|\"username\" is missing",
                "{\"username\":\"\",\"password\":\"\"}; \"password\" takes 1 to 1024 characters|\"username\" takes 1 to 64 characters",
                "{\"username\":\"a\\u0000\",\"password\":\"x\"}; \"username\" takes no control characters",
                "{\"username\":\"\\ud800\",\"password\":\"x\"}; \"username\" takes no control characters",
            })
    void namesEveryFault(String body, String faults) {
        Answer answer = service.nobody().send("POST", "/api/auth/login", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"detail\":\"%s\""
                        .formatted(faults.replace("\"", "\\\"").replace("|", "; ")));
    }

    @Test
    void aLongBodyIsRefused() {
        Answer answer = service.nobody()
                .send(
                        "POST",
                        "/api/auth/login",
                        "{\"username\":\"%s\",\"password\":\"x\"}".formatted("a".repeat(100_000)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.type()).isEqualTo("application/problem+json");
    }

    @Test
    void anAddressMayTryOnlySoOften() {
        AccountDatabase other = AccountDatabase.at(7);
        try (RunningService bounded = RunningService.start(Map.of(
                "DATABASE_URL",
                other.service().url(),
                "ADMIN_PASSWORD",
                RunningService.ADMIN_PASSWORD,
                "SIGN_IN_ATTEMPTS_PER_MINUTE",
                "2"))) {
            bounded.awaitReady();
            String right = body("admin", RunningService.ADMIN_PASSWORD);
            assertThat(bounded.nobody().send("POST", "/api/auth/login", right).status())
                    .isEqualTo(200);
            assertThat(bounded.nobody()
                            .send("POST", "/api/auth/login", body("x", "y"))
                            .status())
                    .isEqualTo(401);
            HttpResponse<String> refused = bounded.nobody().exchange("POST", "/api/auth/login", right);
            assertThat(RunningService.answer(refused)).isEqualTo(new Answer(429, "application/problem+json", """
                    {"title":"Too Many Requests","status":429,"detail":"too many attempts from this address; wait a minute"}"""));
            assertThat(Integer.parseInt(
                            refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
        }
    }

    private static Duration fastest(String username) {
        return IntStream.range(0, 3)
                .mapToObj(_ -> {
                    long start = System.nanoTime();
                    signIn(username, "wrong");
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .min(Duration::compareTo)
                .orElseThrow();
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

    private static String token(Answer answer) {
        return answer.body().replaceAll(".*\"accessToken\":\"([^\"]+)\".*", "$1");
    }
}
