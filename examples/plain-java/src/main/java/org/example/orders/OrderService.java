package org.example.orders;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.gate.GateState;
import dev.slipway.gate.SchemaGate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;

/// Answers `/health` with 200 as long as the schema is one that this service was built for, and with 503 otherwise.
public final class OrderService {
    /// The version of the newest script when this service was built.
    private static final String REVISION = "2";

    private OrderService() {}

    public static HttpServer start(DataSource database, int port) throws IOException {
        SchemaGate gate = SchemaGate.of(database, REVISION);
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/health", exchange -> answer(exchange, gate.read()));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, GateState state) throws IOException {
        String text =
                switch (state) {
                    case GateState.Open open -> "open: the schema is at " + open.revision();
                    case GateState.Behind behind -> "behind: waits for the migrations-runner";
                    case GateState.Ahead ahead -> "ahead: this service is too old since " + ahead.contract();
                    default -> state.summary();
                };
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(state.isOpen() ? 200 : 503, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
