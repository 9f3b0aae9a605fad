package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.RunningService.Answer;
import dev.slipway.backend.fixture.AccountDatabase;
import org.junit.jupiter.api.Test;

final class SchemaTest {
    @Test
    void tellsTheRevisionTheVerdictAndTheHistory() {
        AccountDatabase database = AccountDatabase.migrated();
        database.record("", "SQL", "R__view.sql", true);
        database.owner().execute("delete from flyway_schema_history where installed_rank between 2 and 6");
        try (RunningService service = RunningService.start(database.service())) {
            service.awaitReady();
            Answer answer = service.as(1, "admin").get("/api/schema");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().replaceAll("\"installedOn\":\"[^\"]+\"", "\"installedOn\":\"THEN\""))
                    .isEqualTo("""
                    {"expected":"7","found":"7","compatible":true,"verdict":"ready",\
                    "message":"the schema is at revision \\"7\\"","history":[\
                    {"rank":1,"version":"1","description":"by hand","type":"SQL","script":"V1__users.sql",\
                    "installedBy":"slipway_owner","installedOn":"THEN","milliseconds":1,"success":true},\
                    {"rank":7,"version":"7","description":"by hand","type":"SQL","script":"V7__active_users_and_versions.sql",\
                    "installedBy":"slipway_owner","installedOn":"THEN","milliseconds":1,"success":true},\
                    {"rank":8,"version":null,"description":"by hand","type":"SQL","script":"R__view.sql",\
                    "installedBy":"slipway_owner","installedOn":"THEN","milliseconds":1,"success":true}]}""");
        }
    }

    @Test
    void answersAlsoWhileTheGateIsClosed() {
        AccountDatabase database = AccountDatabase.migrated();
        try (RunningService service = RunningService.start(database.service())) {
            service.awaitReady();
            database.contract("8");
            service.awaitNotReady();
            assertThat(service.as(1, "admin").get("/api/schema").body()).startsWith("""
                    {"expected":"7","found":"8","compatible":false,"verdict":"ahead",\
                    "message":"the schema is at revision \\"8\\", and since \\"8\\" it cannot serve a service built for \\"7\\"; \
                    start a newer service","history":[{"rank":1,""");
            assertThat(service.as(2, "member").get("/api/schema").status()).isEqualTo(403);

            database.owner().execute("revoke select on flyway_schema_history from account_service");
            RunningService.await(
                    () -> service.as(1, "admin").get("/api/schema").body().contains("unreadable"));
            assertThat(service.as(1, "admin").get("/api/schema").body()).endsWith("\"history\":[]}");

            database.allowConnections(false);
            RunningService.await(
                    () -> service.as(1, "admin").get("/api/schema").body().contains("unreachable"));
            assertThat(service.as(1, "admin").get("/api/schema").body())
                    .startsWith("{\"expected\":\"7\",\"found\":null,\"compatible\":false,\"verdict\":\"unreachable\",")
                    .endsWith("\"history\":[]}");
        }
    }

    @Test
    void tellsOfASchemaThatIsBehind() {
        AccountDatabase database = AccountDatabase.at(6);
        try (RunningService service = RunningService.start(database.service())) {
            RunningService.await(
                    () -> service.as(1, "admin").get("/api/schema").body().contains("\"behind\""));
            assertThat(service.as(1, "admin").get("/api/schema").body()).startsWith("""
                    {"expected":"7","found":"6","compatible":false,"verdict":"behind",\
                    "message":"the schema is at revision \\"6\\" and this service needs revision \\"7\\"; run the migrations-runner",\
                    "history":[{"rank":1,""");
        }
    }
}
