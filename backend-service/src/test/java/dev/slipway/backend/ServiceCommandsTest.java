package dev.slipway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.backend.fixture.AccountDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the program does in place of serving.
final class ServiceCommandsTest {
    @Test
    void statusTellsRevisionExpectedPendingAndHistory() throws Exception {
        AccountDatabase database = AccountDatabase.at(7);
        database.owner().execute("delete from flyway_schema_history where installed_rank between 2 and 6");
        assertRuns(database, "status", ServiceExitCode.SCHEMA_REFUSED, """
                revision: 7
                expected: 8
                pending:  up to 8
                state:    the schema is at revision "7" and this service needs revision "8"; run the migrations-runner
                history:
                  1  1  by hand  THEN  slipway_owner
                  7  7  by hand  THEN  slipway_owner
                """);
        database.migrate(8, 8);
        database.owner().execute("delete from flyway_schema_history where installed_rank = 1");
        assertRuns(database, "status", ServiceExitCode.STOPPED, """
                revision: 8
                expected: 8
                pending:  nothing
                state:    the schema is at revision "8"
                history:
                  7  7  by hand  THEN  slipway_owner
                  8  8  by hand  THEN  slipway_owner
                """);
    }

    @Test
    void nothingInTheHistoryReachesTheTerminalAsItIs() throws Exception {
        AccountDatabase database = AccountDatabase.migrated();
        database.owner().execute("""
                delete from flyway_schema_history where installed_rank < 8;
                update flyway_schema_history set description = E'\\x1b[2Jred\\x07\\r\\nrevision: 9 \\u202eten\\u009b1m'
                """);
        assertRuns(database, "status", ServiceExitCode.STOPPED, """
                revision: 8
                expected: 8
                pending:  nothing
                state:    the schema is at revision "8"
                history:
                  8  8  ?[2Jred???revision: 9 ?ten?1m  THEN  slipway_owner
                """);
    }

    @Test
    void unlockLetsTheLastAdministratorTryAgain() throws Exception {
        AccountDatabase database = AccountDatabase.migrated();
        database.service().execute("""
                insert into users (id, username, email, role, failed_login_attempts, locked_until)
                values (1, 'ana', 'ana@example.org', 'admin', 9, now() + interval '1 day')
                """);
        assertRuns(database, "unlock Ana", ServiceExitCode.STOPPED, "\"Ana\" may sign in again\n");
        assertThat(database.owner().query("select failed_login_attempts, locked_until from users"))
                .containsExactly("0|");
        assertThat(database.owner().query("select action, subject_id, detail from audit_trail"))
                .containsExactly("unlock|1|by command");
        assertRuns(
                database,
                "unlock nobody",
                ServiceExitCode.USAGE,
                "ERROR Main - there is no user \"nobody\"; nothing was changed\n");
        assertRuns(
                database,
                "restart",
                ServiceExitCode.USAGE,
                "ERROR Main - give no argument, check-settings, status, or unlock NAME\n");
    }

    private static void assertRuns(AccountDatabase database, String command, ServiceExitCode code, String output)
            throws Exception {
        try (ServiceProcess process =
                ServiceProcess.command(Map.of("DATABASE_URL", database.service().url()), command.split(" ", -1))) {
            assertThat(process.awaitExit()).as("%s", process.lines()).isEqualTo(code.code());
            assertThat(String.join("\n", process.lines()).replaceAll("\\d{4}-\\d\\d-\\d\\d \\S{8}", "THEN") + "\n")
                    .isEqualTo(output);
        }
    }
}
