package dev.slipway.systemtests.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Folder;
import dev.slipway.systemtests.engine.Http;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.Poll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// An older and a newer build of the service around one database, while the runner migrates it and requests flow.
@Isolated("images are made of the same packages meanwhile")
final class TwoBuildsTest {
    private static final String BARRIER = "4711";

    private final Deployment deployment = Deployment.create();
    private final Build older = Build.packaged();

    @TempDir
    Path scripts = Path.of(".");

    @TempDir
    Path classes = Path.of(".");

    private int revision;

    @BeforeEach
    void migrateAsFarAsTheOlderBuildNeeds() {
        Folder.copyReferenceScripts(scripts);
        deployment.runner("upgrade").orFail();
        revision = deployment.revision();
    }

    @Test
    void theOlderServesWhileARevisionExpandsTheSchemaAndTheNewerWaitsForIt() throws Exception {
        script(
                revision + 1,
                "-- lock-timeout: 60s\nalter table users add column nickname text;\nselect pg_advisory_xact_lock(%s);"
                        .formatted(BARRIER));
        Build newer = Build.needing(revision + 1, classes);
        try (Service old = start(older, "60s");
                Service next = start(newer, "10m");
                Connection connection = deployment.owner().connect();
                Statement statement = connection.createStatement()) {
            old.listening().awaitHealth(200);
            next.listening();
            awaitHealth(next, 503, revision + 1, revision);
            Traffic traffic = Traffic.through(old);
            statement.execute("select pg_advisory_lock(%s)".formatted(BARRIER));
            CompletableFuture<Outcome> migration = CompletableFuture.supplyAsync(this::upgrade);

            Poll.until("the script is halfway", this::isHalfway);
            traffic.awaitMore(50);
            assertThat(next.health().status()).isEqualTo(503);
            assertThat(migration).isNotDone();
            statement.execute("select pg_advisory_unlock(%s)".formatted(BARRIER));

            assertThat(migration.get().orFail().output()).contains("is at %d\n".formatted(revision + 1));
            awaitHealth(next, 200, revision + 1, revision + 1);
            awaitHealth(old, 200, revision, revision + 1);
            traffic.awaitMore(50);
            assertThat(traffic.end()).containsOnlyKeys(200);
        }
        try (Service again = start(older, "60s")) {
            again.listening().awaitHealth(200);
        }
    }

    @Test
    void theNewerEndsWith3WhenNobodyMigrates() throws Exception {
        Build newer = Build.needing(revision + 1, classes);
        try (Service next = start(newer, "10s")) {
            next.listening();
            assertThat(next.health().status()).isEqualTo(503);
            assertThat(next.awaitExit()).isEqualTo(3);
            assertThat(next.lines().getLast())
                    .endsWith(
                            "the service does not start: the schema is at revision \"%d\" and this service needs revision \"%d\"; run the migrations-runner"
                                    .formatted(revision, revision + 1));
        }
    }

    @Test
    void theOlderRefusesASchemaThatARevisionContractedAndTheNewerServes() throws Exception {
        script(revision + 1, "-- compat: contract\nalter table users drop column phone;");
        Build newer = Build.needing(revision + 1, classes);
        try (Service old = start(older, "60s");
                Service next = start(newer, "10m")) {
            old.listening().awaitHealth(200);
            next.listening();
            Traffic traffic = Traffic.through(old);
            traffic.awaitMore(20);

            upgrade().orFail();

            awaitHealth(next, 200, revision + 1, revision + 1);
            awaitHealth(old, 503, revision, revision + 1);
            assertThat(traffic.end()).containsOnlyKeys(200, 503);
            assertThat(old.health().body()).contains(refusal().replace("\"", "\\\""));
        }
        try (Service again = start(older, "10m")) {
            assertThat(again.awaitExit()).isEqualTo(3);
            assertThat(again.lines().getLast()).endsWith("the service does not start: " + refusal());
        }
    }

    private String refusal() {
        return "the schema is at revision \"%1$d\", and since \"%1$d\" it cannot serve a service built for \"%2$d\"; start a newer service"
                .formatted(revision + 1, revision);
    }

    private Service start(Build build, String patience) {
        return Service.start(build, deployment.service(), Map.of("SCHEMA_WAIT_TIMEOUT", patience));
    }

    private Outcome upgrade() {
        return deployment.runner("upgrade", "--locations", scripts.toString());
    }

    private void script(int version, String sql) throws IOException {
        Files.writeString(scripts.resolve("V%d__next.sql".formatted(version)), sql);
    }

    /// Whether the runner's transaction holds what it changed and waits for the barrier.
    private boolean isHalfway() {
        return !deployment
                .owner()
                .query("select from pg_locks where locktype = 'advisory' and objid = %s and not granted"
                        .formatted(BARRIER))
                .isEmpty();
    }

    private static void awaitHealth(Service service, int status, int expected, int found) {
        String schema = "\"schema\":{\"expected\":\"%d\",\"found\":\"%d\"}".formatted(expected, found);
        Poll.until("health is %d with %s".formatted(status, schema), () -> {
            Http health = service.health();
            return health.status() == status && health.body().contains(schema);
        });
    }
}
