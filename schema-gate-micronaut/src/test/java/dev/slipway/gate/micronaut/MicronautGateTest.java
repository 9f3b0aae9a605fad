package dev.slipway.gate.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gate.GateState;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/// A service with nothing but a data source, the adapter and its revision.
class MicronautGateTest {
    private static final String HISTORY = """
            create table flyway_schema_history (installed_rank int primary key, version varchar(50), description varchar(200),
                type varchar(20), script varchar(1000), checksum int, installed_by varchar(100),
                installed_on timestamp default now(), execution_time int, success boolean)
            """;

    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void servesWhileTheSchemaIsTheOneItWasBuiltFor() throws Exception {
        try (ApplicationContext service = start("60s")) {
            EmbeddedServer server = service.getBean(EmbeddedServer.class).start();

            HttpResponse<String> closed = get(server, "/orders", answer -> true);
            assertThat(closed.statusCode()).isEqualTo(503);
            assertThat(closed.headers().firstValue("Retry-After")).contains("1");
            assertThat(closed.body())
                    .isEqualTo(
                            "the schema is at no revision and this service needs revision \"2\"; run the migrations-runner\n");
            assertThat(get(server, "/health/readiness", answer -> true).body()).contains("\"status\":\"DOWN\"");
            assertThat(get(server, "/health/liveness", answer -> true).body()).isEqualTo("{\"status\":\"UP\"}");

            database.execute(HISTORY);
            applied(1);
            applied(2);

            assertThat(get(server, "/orders", answer -> answer.statusCode() == 200)
                            .body())
                    .isEqualTo("no orders");
            assertThat(get(server, "/health/readiness", answer -> true).body()).contains("\"status\":\"UP\"");

            database.execute("delete from flyway_schema_history where version = '2'");
            get(server, "/orders", answer -> answer.statusCode() == 503);
        }
    }

    @Test
    void refusesToStartOnASchemaThatDoesNotComeInTime() throws Exception {
        database.execute(HISTORY);
        applied(1);
        try (ApplicationContext service = start("0s")) {
            assertThat(service.getBean(ServiceGate.class).refusal().get(30, TimeUnit.SECONDS))
                    .isEqualTo(new GateState.Behind("2", "1"));
        }
    }

    private ApplicationContext start(String patience) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.owner());
        source.setPassword(database.password());
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(Map.of(
                        "micronaut.server.port", -1, "schema-gate.revision", "2", "schema-gate.wait-timeout", patience))
                .build()
                .registerSingleton(DataSource.class, source)
                .start();
    }

    private void applied(int version) {
        database.execute(
                "insert into flyway_schema_history values (%1$d, '%1$d', 'x', 'SQL', 'V%1$d__x.sql', 0, 'x', now(), 1, true)"
                        .formatted(version));
    }

    /// Asks until the answer is the one that is waited for.
    private HttpResponse<String> get(EmbeddedServer server, String path, Predicate<HttpResponse<String>> awaited)
            throws IOException, InterruptedException {
        URI address = server.getURI().resolve(path);
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30); System.nanoTime() < end; ) {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            if (awaited.test(answer)) {
                return answer;
            }
        }
        throw new AssertionError("not within 30 s: " + path);
    }
}
