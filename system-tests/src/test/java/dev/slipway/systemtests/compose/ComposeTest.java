package dev.slipway.systemtests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.systemtests.engine.Http;
import dev.slipway.systemtests.engine.Outcome;
import dev.slipway.systemtests.engine.Poll;
import dev.slipway.systemtests.engine.RequiresEngine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
@RequiresEngine(programs = "docker-compose")
class ComposeTest {
    private static final String HISTORY = "select * from flyway_schema_history order by installed_rank";
    private static final String VERSIONS = "select version from flyway_schema_history order by installed_rank";

    /// One project shows it all: each start of all containers costs a slow machine half a minute.
    @Test
    void servesWithoutPrivilegesAndChangesNothingWhenStartedAgain(ComposeProject project) {
        project.up().orFail();
        awaitHealthy(project);
        theServiceStartedOnlyAfterTheRunnerHadSucceeded(project);
        everyPrivilegeIsTakenFromTheContainers(project);
        theServiceIsRefusedEveryChangeOfTheSchema(project);
        nothingIsChangedWhenStartedAgain(project);
        theServiceServesAgainWhenItAloneIsRestarted(project);
    }

    private static void theServiceStartedOnlyAfterTheRunnerHadSucceeded(ComposeProject project) {
        ComposeContainer runner = container(project, "migrations-runner");
        assertThat(runner.exitCode()).isEqualTo(0);
        assertThat(runner.startedAt()).isAfter(container(project, "postgres").startedAt());
        ComposeContainer service = container(project, "backend-service");
        assertThat(service.startedAt()).isAfter(runner.finishedAt());
        assertThat(Http.get("http://" + service.address(8080) + "/api/health").status())
                .isEqualTo(200);
        assertThat(Http.get("http://" + service.address(8080) + "/api/users").status())
                .isEqualTo(401);
    }

    private static void everyPrivilegeIsTakenFromTheContainers(ComposeProject project) {
        for (String service : List.of("postgres", "migrations-runner", "backend-settings", "backend-service")) {
            ComposeContainer container = container(project, service);
            assertThat(container.value(".HostConfig.ReadonlyRootfs")).isEqualTo("true");
            assertThat(container.value(".HostConfig.CapDrop")).isEqualTo("[ALL]");
            assertThat(container.value(".HostConfig.SecurityOpt")).isEqualTo("[no-new-privileges:true]");
            assertThat(container.value(".HostConfig.Privileged")).isEqualTo("false");
            assertThat(container.value(".Config.User")).isIn("postgres", "65532:65532");
        }
    }

    private static void theServiceIsRefusedEveryChangeOfTheSchema(ComposeProject project) {
        Outcome outcome = project.psql("account_service", "create table intruder (id int)");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).startsWith("ERROR:  42501: permission denied for schema public\n");
        // the first administrator
        assertThat(project.psql("account_service", "select count(*) from users").output())
                .isEqualTo("1\n");
    }

    private static void nothingIsChangedWhenStartedAgain(ComposeProject project) {
        Instant firstRun = container(project, "migrations-runner").startedAt();
        Instant serviceStart = container(project, "backend-service").startedAt();
        String history = project.psql("postgres", HISTORY).output();

        project.up().orFail();

        Poll.until("the runner has run again", () -> hasRunAfter(firstRun, container(project, "migrations-runner")));
        assertThat(container(project, "migrations-runner").exitCode()).isEqualTo(0);
        assertThat(project.psql("postgres", HISTORY).output())
                .isEqualTo(history)
                .hasLineCount(8);
        assertThat(container(project, "backend-service").startedAt()).isEqualTo(serviceStart);
    }

    private static void theServiceServesAgainWhenItAloneIsRestarted(ComposeProject project) {
        Instant firstStart = container(project, "backend-service").startedAt();

        project.restart("backend-service").orFail();

        assertThat(container(project, "backend-service").startedAt()).isAfter(firstStart);
        awaitHealthy(project);
    }

    @Test
    void neverCreatesTheServiceWhenAScriptFailsAndGoesOnOnceItIsMended(ComposeProject project) {
        project.scripts().write("V9__nicknames.sql", "create table nicknames (id int);\nselect broken;\n");

        assertThat(project.up().exitCode()).isNotEqualTo(0);
        assertThat(container(project, "migrations-runner").exitCode()).isEqualTo(6);
        assertThat(project.container("backend-service")).isEmpty();
        assertThat(project.psql("postgres", VERSIONS).output()).isEqualTo("1\n2\n3\n4\n5\n6\n7\n8\n");
        assertThat(project.psql("postgres", "select to_regclass('nicknames') is null")
                        .output())
                .isEqualTo("t\n");

        project.scripts().write("V9__nicknames.sql", "create table nicknames (id int);\n");

        project.up().orFail();
        awaitHealthy(project);
        assertThat(project.psql("postgres", VERSIONS).output()).isEqualTo("1\n2\n3\n4\n5\n6\n7\n8\n9\n");
    }

    @Test
    void neverCreatesAServiceThatCannotTakeItsSettings(ComposeProject project) {
        project.setSecret("admin_password", "too short");

        assertThat(project.up().exitCode()).isNotEqualTo(0);
        assertThat(container(project, "backend-settings").exitCode()).isEqualTo(2);
        assertThat(container(project, "backend-settings").logs())
                .contains("the service does not start: ADMIN_PASSWORD is too short; give at least 12 characters\n");
        assertThat(project.container("backend-service")).isEmpty();
    }

    @Test
    void verifiesTheModelBeforeTheServiceStarts(ComposeProject project) {
        assertThat(project.runner("verify-model").exitCode()).isEqualTo(1);
        project.runner("upgrade").orFail();

        Outcome outcome = project.runner("verify-model");

        assertThat(outcome.output())
                .containsPattern("the model fits: \\d+ tables, \\d+ columns, 2 bridges, 0 diverging rows\\R");
        assertThat(outcome.exitCode()).isZero();
        assertThat(project.container("backend-service")).isEmpty();
    }

    private static void awaitHealthy(ComposeProject project) {
        Poll.until(
                "the service is healthy",
                () -> container(project, "backend-service").isHealthy());
    }

    private static ComposeContainer container(ComposeProject project, String service) {
        return project.container(service).orElseThrow();
    }

    private static boolean hasRunAfter(Instant earlier, ComposeContainer container) {
        return container.startedAt().isAfter(earlier)
                && container.value(".State.Status").equals("exited");
    }
}
