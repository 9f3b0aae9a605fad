package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.AccountDatabase;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Requests that are sent before the answers to those before are read (RFC 9112, 9.3.2).
final class PipelinedRequestsTest {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final String GET = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String LAST = "GET /api/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final String POST = """
            POST /api/auth/login HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            %s\r
            %s""";

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

    @Test
    void areAnsweredInTheirOrder() throws IOException {
        assertThat(statuses(GET.formatted("/openapi.json")
                        + POST.formatted("Content-Length: 2\r\n", "{}")
                        + GET.formatted("/api/users")
                        + POST.formatted("Transfer-Encoding: chunked\r\n", "1\r\n{\r\n1\r\n}\r\n0\r\n\r\n")
                        + GET.formatted("/no/such/page")
                        + LAST))
                .containsExactly(200, 400, 401, 400, 404, 200);
    }

    @Test
    void areAllAnsweredHoweverManyTheyAre() throws IOException {
        assertThat(statuses(GET.formatted("/openapi.json").repeat(200) + LAST))
                .isEqualTo(Collections.nCopies(201, 200));
    }

    @Test
    void doNotStandStillBehindOneThatIsAnsweredBeforeItsEnd() throws IOException {
        assertThat(statuses(POST.formatted("Content-Length: 70000\r\n", "x".repeat(70_000)) + LAST))
                .startsWith(413);
    }

    @Test
    void areAskedForABodyThatWaitsForIt() throws IOException {
        try (Socket socket = new Socket("localhost", service.port())) {
            socket.setSoTimeout(30_000);
            send(
                    socket,
                    GET.formatted("/api/health") + POST.formatted("Expect: 100-continue\r\nContent-Length: 2\r\n", ""));
            StringBuilder read = new StringBuilder();
            while (!read.toString().endsWith("HTTP/1.1 100 Continue\r\n")) {
                read.append((char) socket.getInputStream().read());
            }
            send(socket, "{}" + LAST);
            assertThat(statuses(socket)).containsExactly(400, 200);
        }
    }

    private static List<Integer> statuses(String requests) throws IOException {
        try (Socket socket = new Socket("localhost", service.port())) {
            socket.setSoTimeout(30_000);
            send(socket, requests);
            return statuses(socket);
        }
    }

    private static void send(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    }

    /// Until the service closes the connection.
    private static List<Integer> statuses(Socket socket) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        Matcher matcher = STATUS.matcher(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        while (matcher.find()) {
            statuses.add(Integer.valueOf(matcher.group(1)));
        }
        return statuses;
    }
}
