package dev.slipway.systemtests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.systemtests.engine.Http;
import dev.slipway.systemtests.engine.Poll;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@RequiresEngine
class ServiceTest {
    private static final int SCHEMA_REFUSED = 3;

    @Test
    void givesUpAnEmptyDatabaseWithoutEverBeingReady(Accounts accounts) {
        givesUpWithoutEverBeingReady(accounts.service("5s"));
    }

    @Test
    void givesUpATooOldDatabaseWithoutEverBeingReady(Accounts accounts) {
        assertThat(accounts.runner("upgrade", "3").start().exitCode()).isEqualTo(0);

        givesUpWithoutEverBeingReady(accounts.service("5s"));

        assertThat(accounts.versions()).containsExactly("1", "2", "3");
    }

    @Test
    void servesAsSoonAsTheRunnerHasCaughtUp(Accounts accounts) {
        ProgramContainer service = accounts.service("60s").start();
        String readiness = readinessOf(service);
        Poll.until(
                "the service says that it is not ready",
                () -> Http.get(readiness).status() == 503);

        assertThat(accounts.runner().start().exitCode()).isEqualTo(0);

        Poll.until("the service is ready", () -> Http.get(readiness).status() == 200);
        assertThat(Http.get("http://%s/prometheus".formatted(service.metricsAddress()))
                        .body()
                        .lines())
                .contains("schema_gate_open 1.0");
    }

    @Test
    void mayNotChangeTheSchema(Accounts accounts) throws SQLException {
        assertThat(accounts.runner().start().exitCode()).isEqualTo(0);

        try (Connection connection = accounts.connectAsService();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create table intruder (id int)"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
            assertThat(statement.executeQuery("select count(*) from users").next())
                    .isTrue();
        }
    }

    private static void givesUpWithoutEverBeingReady(ProgramContainer service) {
        service.start();
        String readiness = readinessOf(service);
        TreeSet<Integer> answers = new TreeSet<>();
        Poll.until("the service has ended", () -> {
            answers.add(Http.get(readiness).status());
            return !service.isRunning();
        });

        assertThat(answers).as("0 is no answer").isSubsetOf(0, 503);
        assertThat(service.exitCode()).isEqualTo(SCHEMA_REFUSED);
    }

    private static String readinessOf(ProgramContainer service) {
        return "http://" + service.address() + "/health/readiness";
    }
}
