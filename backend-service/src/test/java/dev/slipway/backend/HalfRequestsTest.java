package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.AccountDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Those who do not finish their requests do not keep others from theirs.
final class HalfRequestsTest {
    private static final int BODY = 60_000;
    private static final String HEAD = """
            POST /api/auth/login HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Content-Length: 60001\r
            \r
            """;

    private final AccountDatabase database = AccountDatabase.migrated();

    /// 2,900 clients send all of 60 KB but the last byte, to a service with the memory of the deployment.
    @Test
    void halfSentBodiesLeaveTheServiceUp() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try (ServiceProcess service = ServiceProcess.deployed(database.service(), Map.of("REQUEST_TIMEOUT", "60s"));
                HttpClient client = HttpClient.newHttpClient()) {
            int port = service.awaitPort();
            service.awaitOpen();
            for (int i = 0; i < 2_900; i++) {
                clients.add(half(port));
                if (i % 100 == 0) {
                    assertThat(ServiceProcess.signIn(client, port).statusCode()).isEqualTo(200);
                }
            }
            assertThat(ServiceProcess.signIn(client, port).statusCode()).isEqualTo(200);
            assertThat(service.lines()).noneMatch(line -> line.contains("OutOfMemory"));
            assertThat(clients.stream().filter(HalfRequestsTest::isOpen).count())
                    .as("those that may go on, which hold 16 MB together")
                    .isLessThan(300);
        } finally {
            for (Socket each : clients) {
                each.close();
            }
        }
    }

    @Test
    void aRequestThatTricklesInLosesItsConnection() throws Exception {
        try (RunningService service = start(Map.of("REQUEST_TIMEOUT", "500ms"));
                Socket head = new Socket("localhost", service.port());
                Socket body = new Socket("localhost", service.port());
                Socket silent = new Socket("localhost", service.port())) {
            head.getOutputStream().write("GET /api/health HTTP/1.1\r\nX-A: ".getBytes(StandardCharsets.UTF_8));
            body.getOutputStream().write((HEAD + "{").getBytes(StandardCharsets.UTF_8));
            for (Socket each : List.of(head, body, silent)) {
                RunningService.await(() -> !tricklesOn(each, !each.equals(silent)));
            }
            assertThat(service.get("/api/health").status()).isEqualTo(200);
        }
    }

    @Test
    void aConnectionThatIsUsedAgainStaysLongerThanARequestMayTake() throws Exception {
        try (RunningService service = start(Map.of("REQUEST_TIMEOUT", "100ms"));
                Socket socket = new Socket("localhost", service.port())) {
            long start = System.nanoTime();
            while (System.nanoTime() - start < 1_000_000_000L) {
                socket.getOutputStream()
                        .write("GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                while (socket.getInputStream().available() > 0) {
                    socket.getInputStream().skip(socket.getInputStream().available());
                }
            }
        }
    }

    @Test
    void ofTooManyConnectionsTheOldestUnfinishedGoes() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try (RunningService service = start(Map.of("REQUEST_TIMEOUT", "5m", "MAX_CONNECTIONS", "50"))) {
            for (int i = 0; i < 200; i++) {
                clients.add(half(service.port()));
            }
            assertThat(service.get("/api/health").status()).isEqualTo(200);
            RunningService.await(
                    () -> clients.stream().filter(HalfRequestsTest::isOpen).count() <= 50);
            assertThat(isOpen(clients.getFirst())).isFalse();
        } finally {
            for (Socket each : clients) {
                each.close();
            }
        }
    }

    private RunningService start(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("DATABASE_URL", database.service().url());
        RunningService service = RunningService.start(environment);
        service.awaitReady();
        return service;
    }

    private static Socket half(int port) throws IOException {
        Socket socket = new Socket("localhost", port);
        try {
            socket.getOutputStream().write((HEAD + " ".repeat(BODY)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // closed already
        }
        return socket;
    }

    /// Whether the service still has the connection.
    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean tricklesOn(Socket socket, boolean sends) {
        try {
            if (sends) {
                socket.getOutputStream().write(' ');
            }
            return isOpen(socket);
        } catch (IOException e) {
            return false;
        }
    }
}
