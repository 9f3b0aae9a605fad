package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.AccountDatabase;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileRequestsTest {
    private static final String END = "\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(AccountDatabase.migrated().service());
        service.awaitReady();
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/users/%zz HTTP/1.1",
                "GET /api/users/%00 HTTP/1.1",
                "GET /api/users/1%27%20or%201=1 HTTP/1.1",
                "GET /api/users?limit=-2147483648 HTTP/1.1",
                "GET /api/users?limit=1&limit=999 HTTP/1.1",
                "GET /api/users?limit=${jndi:ldap://localhost/x} HTTP/1.1",
                "GET /api/users?after=1e3 HTTP/1.1",
                "GET /api/users?after=1%3bdrop%20table%20users HTTP/1.1",
                "GET /api/users?search=%00 HTTP/1.1",
                "GET /api/users?sort=id%3bdrop%20table%20users HTTP/1.1",
                "GET /api/../../etc/passwd HTTP/1.1",
                "GET /api/users/%2e%2e/%2e%2e HTTP/1.1",
                "GET /api/users/1/hash HTTP/1.1",
                "DELETE /api/users/1 HTTP/1.1",
                "POST /api/users HTTP/1.1",
                "TRACE /api/users HTTP/1.1",
                "PURGE /api/users HTTP/1.1",
                "GET /beans HTTP/1.1",
                "GET /env HTTP/1.1",
                "GET /api/users HTTP/1.1\r\nAccept: text/html",
                "GET /api/users HTTP/1.1\r\nContent-Length: x",
                "nonsense",
            })
    void areRefusedWithoutAStackTrace(String request) throws IOException {
        assertThat(exchange(request + END.formatted(service.token(1, "admin"))))
                .matches("(?s)HTTP/1.[01] 4\\d\\d .*application/problem\\+json.*")
                .doesNotContain("Exception", "\tat ", "dev.slipway");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/users?role=viewer&search=1;drop%20table%20users HTTP/1.1",
                "GET /api/users?role=viewer&limit= HTTP/1.1",
                "GET /api/users?role=viewer&unknown=%00 HTTP/1.1",
                "GET /api/users?role=viewer HTTP/1.1\r\nAccept: ???",
            })
    void areServedWhereTheyDoNoHarm(String request) throws IOException {
        assertThat(exchange(request + END.formatted(service.token(1, "admin"))))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("{\"users\":[],\"next\":null}");
    }

    @Test
    void anEndlessAddressIsRefused() throws IOException {
        assertThat(exchange("GET /api/users?x=" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.0 413 ");
    }

    @Test
    void endlessHeadersAreRefused() throws IOException {
        assertThat(exchange("GET /api/users HTTP/1.1\r\nHost: localhost\r\nx: " + "x".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void theServiceServesOn() {
        assertThat(service.as(1, "admin").get("/api/users").status()).isEqualTo(200);
    }

    private static String exchange(String request) throws IOException {
        try (Socket socket = new Socket("localhost", service.port())) {
            socket.setSoTimeout((int) RunningService.PATIENCE.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
