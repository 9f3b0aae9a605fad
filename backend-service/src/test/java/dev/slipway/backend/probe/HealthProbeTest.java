package dev.slipway.backend.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthProbeTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private HttpServer server;
    private String origin;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/waiting", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void succeedsWhenTheServiceIsReady() {
        assertThat(HealthProbe.run(URI.create(origin + "/ready"), out)).isEqualTo(0);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(origin + "/ready answered 200\n");
    }

    @Test
    void failsWhenTheServiceIsNotReady() {
        assertThat(HealthProbe.run(URI.create(origin + "/waiting"), out)).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(origin + "/waiting answered 503\n");
    }

    @Test
    void failsWhenNobodyListens() {
        server.stop(0);

        assertThat(HealthProbe.run(URI.create(origin + "/ready"), out)).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo(origin + "/ready did not answer: Connection refused\n");
    }
}
