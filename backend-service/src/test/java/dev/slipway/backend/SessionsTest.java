package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.RunningService.Client;
import dev.slipway.backend.fixture.AccountDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a token is worth once its user is no longer who the user was.
final class SessionsTest {
    private static final Answer ENDED = new Answer(401, "application/problem+json", """
            {"title":"Unauthorized","status":401,"detail":"the token is not valid, or no longer; sign in again"}""");
    private static final String ANA = """
            {"username":"ana","email":"ana@example.org","role":"%s","active":%s}""";

    private static AccountDatabase database;
    private static RunningService service;

    @BeforeAll
    static void start() {
        database = AccountDatabase.migrated();
        service = RunningService.start(database.service());
        service.awaitReady();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @BeforeEach
    void insertUsers() {
        database.owner().execute("truncate users, audit_trail restart identity cascade");
        database.service().execute("""
                insert into users (username, email, role, hashed_password) values
                    ('ana', 'ana@example.org', 'admin', 'hash'), ('ben', 'ben@example.org', 'admin', 'hash'),
                    ('eve', 'eve@example.org', 'member', 'hash')
                """);
    }

    @Test
    void aDemotedAdministratorDoesNothingMoreWithTheOldToken() {
        Client ana = service.as(1, "admin").with("If-Match", "*");
        change(ANA.formatted("viewer", true));
        assertAllRefused(ana);
        assertThat(service.as(1, "viewer").get("/api/users").status()).isEqualTo(200);
    }

    @Test
    void aDeactivatedAdministratorDoesNotComeBackWithTheOldToken() {
        Client ana = service.as(1, "admin").with("If-Match", "*");
        change(ANA.formatted("admin", false));
        assertAllRefused(ana);
        change(ANA.formatted("admin", true));
        assertAllRefused(ana);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update users set hashed_password = 'other' where id = 1",
                "update users set password_hash = 'other' where id = 1",
                "update users set is_admin = false where id = 1",
                "delete from users where id = 1",
            })
    void whatAnyServiceWritesEndsTheSession(String statement) {
        Client ana = service.as(1, "admin").with("If-Match", "*");
        database.service().execute(statement);
        assertAllRefused(ana);
    }

    @Test
    void aResetEndsTheSessionsOfTheUserAndNoOthers() {
        Client ana = service.as(1, "admin");
        Client ben = service.as(2, "admin");
        assertThat(ben.send("PUT", "/api/users/1/password", "{\"password\":\"another password\"}")
                        .status())
                .isEqualTo(204);
        assertThat(ana.get("/api/users")).isEqualTo(ENDED);
        assertThat(ben.get("/api/users").status()).isEqualTo(200);
    }

    @Test
    void whatChangesNothingOfTheStandingEndsNoSession() {
        Client eve = service.as(3, "member").with("If-Match", "*");
        assertThat(eve.send("PUT", "/api/users/3", """
                        {"username":"eve","email":"eve@example.com","role":"member","active":true}""").status()).isEqualTo(200);
        database.service().execute("update users set last_sign_in_at = now(), locked_until = now() where id = 3");
        assertThat(eve.get("/api/users").status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsAllSessionsOfTheUser() {
        Client here = service.as(3, "member");
        Client there = service.as(3, "member");
        assertThat(here.send("POST", "/api/auth/logout", "")).isEqualTo(new Answer(204, "", ""));
        assertThat(here.get("/api/users")).isEqualTo(ENDED);
        assertThat(there.get("/api/users")).isEqualTo(ENDED);
        assertThat(service.as(3, "member").get("/api/users").status()).isEqualTo(200);
        assertThat(service.nobody().send("POST", "/api/auth/logout", "").status())
                .isEqualTo(401);
    }

    @Test
    void anOldTokenDoesNotKeepAnybodyFromSigningIn() {
        Client eve = service.as(3, "member");
        database.service().execute("update users set session_version = 7 where id = 3");
        assertThat(eve.send("POST", "/api/auth/login", "{\"username\":\"eve\",\"password\":\"wrong\"}"))
                .isEqualTo(SignIns.REFUSED);
    }

    /// The head of the request comes before the administrator is demoted, its end afterwards.
    @Test
    void aRequestThatWasBegunBeforeEndsAfterwardsInVain() throws IOException {
        String body = "{\"username\":\"mallory\",\"email\":\"m@example.org\",\"role\":\"admin\"}";
        String head = """
                POST /api/users HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                Connection: close\r
                \r
                """.formatted(service.token(1, "admin"), body.length());
        try (Socket socket = new Socket("localhost", service.port());
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write((head + body.substring(0, 10)).getBytes(StandardCharsets.UTF_8));
            RunningService.await(() -> service.as(2, "admin").get("/api/users").status() == 200);
            change(ANA.formatted("member", true));
            socket.getOutputStream().write(body.substring(10).getBytes(StandardCharsets.UTF_8));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
        }
        assertThat(database.owner().query("select username from users where id > 3"))
                .isEmpty();
    }

    private static void change(String user) {
        assertThat(service.as(2, "admin")
                        .with("If-Match", "*")
                        .send("PUT", "/api/users/1", user)
                        .status())
                .isEqualTo(200);
    }

    private static void assertAllRefused(Client ana) {
        assertThat(ana.get("/api/users")).isEqualTo(ENDED);
        assertThat(ana.send("PUT", "/api/users/1", ANA.formatted("admin", true)))
                .isEqualTo(ENDED);
        assertThat(ana.send("POST", "/api/users", """
                {"username":"mallory","email":"m@example.org","role":"admin"}""")).isEqualTo(ENDED);
        assertThat(ana.send("PUT", "/api/users/3/password", "{\"password\":\"another password\"}"))
                .isEqualTo(ENDED);
        assertThat(ana.send("DELETE", "/api/users/2", "")).isEqualTo(ENDED);
        assertThat(ana.send("PUT", "/api/company", "{}")).isEqualTo(ENDED);
        assertThat(ana.get("/api/schema")).isEqualTo(ENDED);
    }
}
