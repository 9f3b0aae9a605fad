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
        database.owner().execute("delete from flyway_schema_history where installed_rank between 2 and 7");
        try (RunningService service = RunningService.start(database.service())) {
            service.awaitReady();
            Answer answer = service.as(1, "admin").get("/api/schema");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().replaceAll("\"installedOn\":\"[^\"]+\"", "\"installedOn\":\"THEN\""))
                    .isEqualTo("""
                    {"expected":"8","found":"8","compatible":true,"verdict":"ready",\
                    "message":"the schema is at revision \\"8\\"","pending":null,"drift":[],"history":[\
                    {"rank":1,"version":"1","description":"by hand","type":"SQL","script":"V1__users.sql",\
                    "installedBy":"slipway_owner","installedOn":"THEN","milliseconds":1,"success":true},\
                    {"rank":8,"version":"8","description":"by hand","type":"SQL","script":"V8__sessions_devices_audit.sql",\
                    "installedBy":"slipway_owner","installedOn":"THEN","milliseconds":1,"success":true},\
                    {"rank":9,"version":null,"description":"by hand","type":"SQL","script":"R__view.sql",\
                    "installedBy":"slipway_owner","installedOn":"THEN","milliseconds":1,"success":true}]}""");
        }
    }

    @Test
    void answersAlsoWhileTheGateIsClosed() {
        AccountDatabase database = AccountDatabase.migrated();
        try (RunningService service = RunningService.start(database.service())) {
            service.awaitReady();
            database.contract("9");
            service.awaitNotReady();
            assertThat(service.as(1, "admin").get("/api/schema").body()).startsWith("""
                    {"expected":"8","found":"9","compatible":false,"verdict":"ahead",\
                    "message":"the schema is at revision \\"9\\", and since \\"9\\" it cannot serve a service built for \\"8\\"; \
                    start a newer service","pending":null,"drift":[],"history":[{"rank":1,""");
            assertThat(service.as(2, "member").get("/api/schema").status()).isEqualTo(403);

            database.owner().execute("revoke select on flyway_schema_history from account_service");
            RunningService.await(
                    () -> service.as(1, "admin").get("/api/schema").body().contains("unreadable"));
            assertThat(service.as(1, "admin").get("/api/schema").body()).endsWith("\"history\":[]}");

            database.allowConnections(false);
            RunningService.await(
                    () -> service.as(1, "admin").get("/api/schema").body().contains("unreachable"));
            assertThat(service.as(1, "admin").get("/api/schema").body())
                    .startsWith("{\"expected\":\"8\",\"found\":null,\"compatible\":false,\"verdict\":\"unreachable\",")
                    .endsWith("\"history\":[]}");
        }
    }

    @Test
    void tellsOfASchemaThatIsBehind() {
        AccountDatabase database = AccountDatabase.at(7);
        try (RunningService service = RunningService.start(database.service())) {
            RunningService.await(
                    () -> service.as(1, "admin").get("/api/schema").body().contains("\"behind\""));
            assertThat(service.as(1, "admin").get("/api/schema").body()).startsWith("""
                    {"expected":"8","found":"7","compatible":false,"verdict":"behind",\
                    "message":"the schema is at revision \\"7\\" and this service needs revision \\"8\\"; run the migrations-runner",\
                    "pending":"8","drift":[],"history":[{"rank":1,""");
        }
    }
}
