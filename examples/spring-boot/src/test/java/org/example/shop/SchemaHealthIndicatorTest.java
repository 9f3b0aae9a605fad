package org.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.slipway.runner.testing.MigratedDatabase;
import dev.slipway.runner.testing.MigratedDatabases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SchemaHealthIndicatorTest {
    private static EmbeddedPostgres postgres;
    private static MigratedDatabases databases;
    private static MigratedDatabase database;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void startServer(DynamicPropertyRegistry properties) throws IOException {
        postgres = EmbeddedPostgres.start();
        databases = MigratedDatabases.on(postgres.getJdbcUrl("postgres", "postgres")).from("../migrations");
        database = databases.at("1");
        properties.add("spring.datasource.url", database::jdbcUrl);
        properties.add("spring.datasource.username", database::user);
        properties.add("spring.datasource.password", database::password);
    }

    @AfterAll
    static void stopServer() throws IOException {
        databases.close();
        postgres.close();
    }

    @Test
    void isReadyWhenTheSchemaIsThereAndNoLongerThanThat() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertReadiness(client, 503, "the schema is at revision \\\"1\\\" and this service needs revision \\\"2\\\"");
            database.upgrade("2");
            assertReadiness(client, 200, "the schema is at revision \\\"2\\\"");
            database.upgrade("3");
            assertReadiness(client, 503, "since \\\"3\\\" it cannot serve a service built for \\\"2\\\"");
        }
    }

    private void assertReadiness(HttpClient client, int status, String text) throws IOException, InterruptedException {
        URI readiness = URI.create("http://localhost:%d/actuator/health/readiness".formatted(port));
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(status, response.statusCode(), response.body());
        assertTrue(response.body().contains(text), response.body());
    }
}
