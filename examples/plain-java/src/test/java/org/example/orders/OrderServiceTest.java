package org.example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.runner.testing.MigratedDatabase;
import dev.slipway.runner.testing.MigratedDatabases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

final class OrderServiceTest {
    private static EmbeddedPostgres postgres;
    private static MigratedDatabases databases;

    @BeforeAll
    static void startServer() throws IOException {
        postgres = EmbeddedPostgres.start();
        databases = MigratedDatabases.on(postgres.getJdbcUrl("postgres", "postgres")).from("../migrations");
    }

    @AfterAll
    static void stopServer() throws IOException {
        databases.close();
        postgres.close();
    }

    @Test
    void servesWhenTheSchemaIsThereAndNoLongerThanThat() throws IOException, InterruptedException {
        try (MigratedDatabase database = databases.at("1");
                HttpClient client = HttpClient.newHttpClient()) {
            HttpServer service = OrderService.start(source(database), 0);
            try {
                assertEquals("503 behind: waits for the migrations-runner\n", health(client, service));
                database.upgrade("2");
                assertEquals("200 open: the schema is at 2\n", health(client, service));
                database.upgrade("3");
                assertEquals("503 ahead: this service is too old since 3\n", health(client, service));
            } finally {
                service.stop(0);
            }
        }
    }

    private static PGSimpleDataSource source(MigratedDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    private static String health(HttpClient client, HttpServer service) throws IOException, InterruptedException {
        URI health = URI.create("http://localhost:%d/health".formatted(service.getAddress().getPort()));
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }
}
