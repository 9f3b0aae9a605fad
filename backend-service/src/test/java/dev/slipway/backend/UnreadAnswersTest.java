package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.AccountDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Those who do not read their answers do not keep others from theirs.
final class UnreadAnswersTest {
    private static final int CLIENTS = 500;
    private static final String REQUESTS = "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(200);

    private final AccountDatabase database = AccountDatabase.migrated();

    /// 500 clients ask for 40 KB 200 times and read nothing, of a service with the memory of the deployment.
    @Test
    void leaveTheServiceUp() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try (ServiceProcess service = ServiceProcess.deployed(database.service(), Map.of());
                HttpClient client = HttpClient.newHttpClient()) {
            int port = service.awaitPort();
            service.awaitOpen();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(silent(port));
                if (i % 25 == 0) {
                    assertThat(ServiceProcess.signIn(client, port).statusCode()).isEqualTo(200);
                }
            }
            assertThat(ServiceProcess.signIn(client, port).statusCode()).isEqualTo(200);
            assertThat(service.lines()).noneMatch(line -> line.contains("OutOfDirectMemory"));
            assertThat(service.errors()).isEmpty();
        } finally {
            for (Socket each : clients) {
                each.close();
            }
        }
    }

    private static Socket silent(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2048);
        socket.connect(new InetSocketAddress("localhost", port));
        try {
            socket.getOutputStream().write(REQUESTS.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // closed already
        }
        return socket;
    }
}
