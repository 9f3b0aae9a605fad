package dev.slipway.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.compose.ApiClient.Answer;
import dev.slipway.systemtests.engine.Command;
import dev.slipway.systemtests.engine.Poll;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// What the deployed service, with the memory that compose gives it, is through on a bad day.
@RequiresEngine(programs = "docker-compose")
final class AttackStoryTest {
    private static final int CLIENTS = 2_900;
    private static final int BODY = 60_000;
    private static final String HALF = """
            POST /api/auth/login HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/json\r
            Content-Length: 60001\r
            \r
            """ + " ".repeat(BODY);
    private static final String DEPUTY = """
            {"username":"deputy","email":"deputy@example.org","role":"%s"%s}""";

    @Test
    void theServiceStaysUpAndTellsTheTruth(ComposeProject project) throws Exception {
        project.up().orFail();
        ComposeContainer service = project.container("backend-service").orElseThrow();
        Poll.until("the service is healthy", service::isHealthy);
        ApiClient nobody = ApiClient.at(service.address(8080));
        ApiClient admin = signedIn(
                nobody,
                "admin",
                Files.readString(Command.ROOT.resolve("deploy/secrets/admin_password"))
                        .strip());
        aDemotionEndsRightsWithinASecond(nobody, admin);
        halfSentBodiesLeaveTheServiceUp(admin);
        aContractRevisionUnderLoadGives503AndNo500(project, admin);
        assertThat(service.value(".RestartCount")).isEqualTo("0");
        assertThat(service.logs()).doesNotContain("OutOfMemory");
    }

    private static void aDemotionEndsRightsWithinASecond(ApiClient nobody, ApiClient admin) {
        assertThat(admin.send("POST", "/api/users", DEPUTY.formatted("admin", ",\"password\":\"the deputy's secret\""))
                        .status())
                .isEqualTo(201);
        ApiClient deputy = signedIn(nobody, "deputy", "the deputy's secret");
        String refresh = nobody.signIn("deputy", "the deputy's secret")
                .body()
                .replaceAll(".*(\"refreshToken\":\"[\\w.-]+\").*", "{$1}");
        assertThat(deputy.get("/api/schema").status()).isEqualTo(200);
        assertThat(admin.with("If-Match", "*")
                        .send("PUT", "/api/users/2", DEPUTY.formatted("member", ",\"active\":true"))
                        .status())
                .isEqualTo(200);
        long demoted = System.nanoTime();
        assertThat(deputy.get("/api/schema").status()).isEqualTo(401);
        assertThat(nobody.send("POST", "/api/auth/refresh", refresh).status()).isEqualTo(401);
        assertThat(Duration.ofNanos(System.nanoTime() - demoted)).isLessThan(Duration.ofSeconds(1));
    }

    private static void halfSentBodiesLeaveTheServiceUp(ApiClient admin) throws IOException {
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(half(admin.address()));
                if (i % 100 == 0) {
                    assertThat(admin.get("/api/users").status())
                            .as("after %d", i)
                            .isEqualTo(200);
                }
            }
            assertThat(admin.get("/api/users").status()).isEqualTo(200);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private static Socket half(String address) throws IOException {
        String[] hostAndPort = address.split(":", -1);
        Socket socket = new Socket(hostAndPort[0], Integer.parseInt(hostAndPort[1]));
        try {
            socket.getOutputStream().write(HALF.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // closed already
        }
        return socket;
    }

    private static void aContractRevisionUnderLoadGives503AndNo500(ComposeProject project, ApiClient admin)
            throws Exception {
        project.scripts()
                .write("V9__telephone.sql", "-- compat: contract\nalter table users rename phone to telephone;\n");
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        AtomicBoolean changed = new AtomicBoolean();
        List<Future<?>> loads = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                loads.add(threads.submit(() -> readUntil(changed, admin, answers)));
            }
            try {
                project.runner("upgrade").orFail();
            } finally {
                changed.set(true);
            }
            for (Future<?> load : loads) {
                load.get();
            }
        }
        assertThat(answers).extracting(Answer::status).contains(200, 503).doesNotContain(500);
        assertThat(admin.get("/api/users")).isEqualTo(Answer.problem(503, """
                {"title":"Service Unavailable","status":503,"detail":"the schema is at revision \\"9\\", and since \\"9\\" \
                it cannot serve a service built for \\"8\\"; start a newer service"}"""));
    }

    /// Until the schema has changed, and then once more.
    private static void readUntil(AtomicBoolean changed, ApiClient admin, Queue<Answer> answers) {
        boolean last = false;
        while (!last) {
            last = changed.get();
            answers.add(admin.get("/api/users"));
        }
    }

    private static ApiClient signedIn(ApiClient nobody, String username, String password) {
        Answer answer = nobody.signIn(username, password);
        assertThat(answer.status()).isEqualTo(200);
        return nobody.withToken(answer.body().replaceAll("\\{\"accessToken\":\"([\\w.-]+)\".*", "$1"));
    }
}
