package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.RunningService.Client;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.generator.TokenGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a refresh token is worth, and when it is worth nothing.
final class RefreshTest {
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
    void begin() {
        signIns.beginAnew();
    }

    @Test
    void givesAnotherTokenAndAnotherRefreshToken() {
        Answer first = signIns.signIn("ana", SignIns.PASSWORD);
        Answer second = signIns.refresh(SignIns.refreshToken(first));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body())
                .matches("\\{\"accessToken\":\"[\\w.-]+\",\"tokenType\":\"Bearer\",\"expiresIn\":900,"
                        + "\"refreshToken\":\"[\\w.-]+\",\"refreshExpiresIn\":(43200|4319\\d),"
                        + "\"user\":100,\"role\":\"member\"}");
        assertThat(read(SignIns.accessToken(second))).isEqualTo(200);
        assertThat(read(SignIns.accessToken(first))).isEqualTo(200);
        assertThat(signIns.refresh(SignIns.refreshToken(second)).status()).isEqualTo(200);
    }

    @Test
    void aTokenThatHasEndedInTheHeaderIsNoHindrance() {
        String token = SignIns.refreshToken(signIns.signIn("ana", SignIns.PASSWORD));
        Client ended = signIns.service().withToken(access(-1));
        assertThat(ended.get("/api/users").status()).isEqualTo(401);
        assertThat(ended.send("POST", "/api/auth/refresh", SignIns.refreshBody(token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isGoodOnceAndWhoeverUsesAnOldOneEndsThoseOfTheDevice() {
        String first = SignIns.refreshToken(signIns.signIn("ana", SignIns.PASSWORD));
        String elsewhere = SignIns.refreshToken(signIns.signIn("ana", SignIns.PASSWORD));
        String second = SignIns.refreshToken(signIns.refresh(first));
        assertThat(signIns.refresh(first)).isEqualTo(SignIns.REFRESH_REFUSED);
        assertThat(signIns.refresh(second)).isEqualTo(SignIns.REFRESH_REFUSED);
        assertThat(signIns.refresh(elsewhere).status()).isEqualTo(200);
        assertThat(signIns.database().owner().query("""
                        select action, actor_id, subject_id, source from audit_trail where action <> 'sign-in'"""))
                .containsExactly("old refresh token||100|127.0.0.1", "old refresh token||100|127.0.0.1");
    }

    @Test
    void ofManyAtOnceOneIsServed() throws Exception {
        String token = SignIns.refreshToken(signIns.signIn("ana", SignIns.PASSWORD));
        List<Future<Integer>> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                statuses.add(threads.submit(() -> signIns.refresh(token).status()));
            }
        }
        List<Integer> seen = new ArrayList<>();
        for (Future<Integer> status : statuses) {
            seen.add(status.get());
        }
        assertThat(seen).containsOnlyOnce(200).containsOnly(200, 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update users set active = false where id = 100",
                "update users set role = 'viewer' where id = 100",
                "update users set hashed_password = 'other' where id = 100",
                "update users set password_hash = 'other' where id = 100",
                "update users set session_version = session_version + 1 where id = 100",
                "delete from sign_in_devices where user_id = 100",
                "delete from users where id = 100",
            })
    void endsWithWhatEndsASession(String statement) {
        String token = SignIns.refreshToken(signIns.signIn("ana", SignIns.PASSWORD));
        signIns.database().service().execute(statement);
        assertThat(signIns.refresh(token)).isEqualTo(SignIns.REFRESH_REFUSED);
        assertThat(signIns.database().owner().query("select action from audit_trail"))
                .containsExactly("sign-in");
    }

    @Test
    void signingOutEndsItOnAllDevices() {
        Answer here = signIns.signIn("ana", SignIns.PASSWORD);
        Answer there = signIns.signIn("ana", SignIns.PASSWORD);
        assertThat(signIns.service()
                        .withToken(SignIns.accessToken(here))
                        .send("POST", "/api/auth/logout", "")
                        .status())
                .isEqualTo(204);
        assertThat(signIns.refresh(SignIns.refreshToken(here))).isEqualTo(SignIns.REFRESH_REFUSED);
        assertThat(signIns.refresh(SignIns.refreshToken(there))).isEqualTo(SignIns.REFRESH_REFUSED);
    }

    @Test
    void neitherTokenIsTakenForTheOther() {
        Answer answer = signIns.signIn("ana", SignIns.PASSWORD);
        assertThat(signIns.refresh(SignIns.accessToken(answer))).isEqualTo(SignIns.REFRESH_REFUSED);
        assertThat(read(SignIns.refreshToken(answer))).isEqualTo(401);
        assertThat(signIns.refresh(SignIns.refreshToken(answer)).status()).isEqualTo(200);
    }

    @Test
    void strangersWhoLockTheAccountDoNotStopTheOwner() {
        String token = SignIns.refreshToken(signIns.signIn("ana", SignIns.PASSWORD));
        for (int i = 0; i < 6; i++) {
            signIns.signIn("ana", "wrong");
        }
        assertThat(signIns.refresh(token).status()).isEqualTo(200);
    }

    /// A service of its own, whose sign-ins last two seconds.
    @Test
    void endsWithTheSignInHoweverOftenItIsUsed() {
        try (RunningService service = RunningService.start(Map.of(
                "DATABASE_URL",
                signIns.database().service().url(),
                "ADMIN_PASSWORD",
                RunningService.ADMIN_PASSWORD,
                "SIGN_IN_ATTEMPTS_PER_MINUTE",
                "100000",
                "SESSION_LIFETIME",
                "2s"))) {
            service.awaitReady();
            AtomicReference<Answer> last = new AtomicReference<>(
                    service.nobody().send("POST", "/api/auth/login", SignIns.body("ana", SignIns.PASSWORD)));
            assertThat(last.get().body()).contains("\"expiresIn\":1,").contains("\"refreshExpiresIn\":1,");
            RunningService.await(() -> {
                Answer next = service.nobody()
                        .send("POST", "/api/auth/refresh", SignIns.refreshBody(SignIns.refreshToken(last.get())));
                if (next.status() == 200) {
                    last.set(next);
                }
                return next.equals(SignIns.REFRESH_REFUSED);
            });
            // the moments of tokens are whole seconds
            Client client = service.withToken(SignIns.accessToken(last.get()));
            RunningService.await(() -> client.get("/api/users").status() == 401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"refreshToken\":null}", "{\"refreshToken\":\"\"}", "{\"refreshToken\":[]}", "[]", "x"})
    void namesTheFault(String json) {
        Answer answer = signIns.service().nobody().send("POST", "/api/auth/refresh", json);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).isEqualTo("application/problem+json");
    }

    private static String access(int seconds) {
        return signIns.service()
                .context()
                .getBean(TokenGenerator.class)
                .generateToken(Authentication.build("100", List.of("member")), seconds)
                .orElseThrow();
    }

    private static int read(String token) {
        return signIns.service().withToken(token).get("/api/users").status();
    }
}
