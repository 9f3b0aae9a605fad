package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.RunningService.Client;
import dev.slipway.backend.fixture.AccountDatabase;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may send what. A body of `{}` is refused with 400 where it is looked at.
final class AccessTest {
    private static RunningService service;

    @BeforeAll
    static void start() {
        AccountDatabase database = AccountDatabase.migrated();
        database.service().execute("""
                insert into users (id, username, email, role) values
                    (100, 'ana', 'ana@example.org', 'admin'),
                    (101, 'ben', 'ben@example.org', 'member'),
                    (102, 'eve', 'eve@example.org', 'viewer')
                """);
        service = RunningService.start(database.service());
        service.awaitReady();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/users, 200, 200, 200",
        "GET, /api/users/100, 200, 200, 200",
        "POST, /api/users, 400, 403, 403",
        "PUT, /api/users/100, 400, 400, 403",
        "PUT, /api/users/101, 400, 400, 403",
        "PUT, /api/users/102, 400, 400, 403",
        "DELETE, /api/users/9, 428, 403, 403",
        "PUT, /api/users/100/password, 400, 400, 400",
        "GET, /api/users/100/preferences, 200, 403, 403",
        "GET, /api/users/101/preferences, 200, 200, 403",
        "GET, /api/users/102/preferences, 200, 403, 200",
        "PUT, /api/users/100/preferences, 400, 400, 400",
        "GET, /api/company, 200, 200, 200",
        "PUT, /api/company, 400, 403, 403",
        "GET, /api/schema, 200, 403, 403",
    })
    void eachRoleMay(String method, String path, int admin, int member, int viewer) {
        assertThat(status(service.as(100, "admin"), method, path)).isEqualTo(admin);
        assertThat(status(service.as(101, "member"), method, path)).isEqualTo(member);
        assertThat(status(service.as(102, "viewer"), method, path)).isEqualTo(viewer);
        HttpResponse<String> answer = service.nobody().exchange(method, path, method.equals("GET") ? "" : "{}");
        assertThat(RunningService.answer(answer)).isEqualTo(new Answer(401, "application/problem+json", """
                {"title":"Unauthorized","status":401,"detail":"sign in at /api/auth/login"}"""));
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    }

    @Test
    void aRoleThatDoesNotAllowItIsToldSo() {
        assertThat(service.as(102, "viewer").get("/api/schema"))
                .isEqualTo(new Answer(403, "application/problem+json", """
                        {"title":"Forbidden","status":403,"detail":"your role does not allow this"}"""));
        assertThat(service.as(102, "viewer").get("/api/users/100/preferences"))
                .isEqualTo(new Answer(403, "application/problem+json", """
                        {"title":"Forbidden","status":403,"detail":"only user 100 and administrators may do this"}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/health", "/health", "/health/liveness", "/health/readiness", "/openapi.yml", "/docs"})
    void everybodyMay(String path) {
        assertThat(service.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/health, 200",
        "/health/readiness, 200",
        "/openapi.yml, 200",
        "/api/users, 401",
        "/api/nothing, 404",
        "/nothing, 404",
    })
    void everyAnswerTellsBrowsersToTakeCare(String path, int status) {
        HttpResponse<String> answer = service.nobody().exchange("GET", path, "");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.headers().allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        if (path.startsWith("/api/")) {
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        }
    }

    private static int status(Client client, String method, String path) {
        return client.send(method, path, method.equals("PUT") || method.equals("POST") ? "{}" : "")
                .status();
    }
}
