package dev.slipway.runner.acceptance.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Await;
import dev.slipway.runner.acceptance.OtherSession;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.RunnerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Each holds up `pg_dump` with a lock on a table.
@RequiresClient
final class BackupUnderWayTest {
    @TempDir
    private Path backups;

    @RegisterExtension
    private final Project project = new Project(InstalledServer.server());

    @BeforeEach
    void users() {
        project.with("V1__users.sql", "create table users (id int primary key, name text);");
        run("upgrade");
    }

    private Run run(String... arguments) {
        return InstalledServer.on(project.database(), project.folder(), backups, arguments);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(InstalledServer.environment(project.database(), backups));
        environment.put("SLIPWAY_LOCATIONS", "filesystem:" + project.folder());
        return environment;
    }

    private void awaitDump() throws InterruptedException {
        Await.until(() -> !project.query(
                        "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                                + " and query like 'LOCK TABLE%'")
                .isEmpty());
    }

    private List<String> sessions() {
        return project.query("select application_name from pg_stat_activity where datname = current_database()"
                + " and application_name like 'slipway%'");
    }

    @Test
    void theSignalOfAnEndEndsPgDumpAndRemovesWhatItHasWritten() throws Exception {
        try (OtherSession other = OtherSession.on(project.database(), "lock table users in access exclusive mode");
                RunnerProcess runner = RunnerProcess.start(environment(), "backup")) {
            awaitDump();
            assertThat(InstalledServer.in(backups)).hasSize(1);
            assertThat(other.process()).isPositive();
            assertThat(runner.terminated()).isEqualTo("""
                    exit 143
                    error: interrupted
                      state: nothing was changed
                      help:  run the command again
                    """);
        }
        assertThat(InstalledServer.in(backups)).isEmpty();
        Await.until(() -> sessions().isEmpty());
    }

    @Test
    void noPasswordStandsInACommandLine() throws Exception {
        try (OtherSession other = OtherSession.on(project.database(), "lock table users in access exclusive mode");
                RunnerProcess runner = RunnerProcess.start(environment(), "backup")) {
            awaitDump();
            List<String> lines = runner.process()
                    .descendants()
                    .map(child -> child.info().commandLine().orElse(""))
                    .toList();
            assertThat(lines).singleElement().asString().contains("pg_dump").doesNotContain("secret");
            other.release();
            assertThat(runner.ended()).isEqualTo("exit 0\n");
        }
    }

    @Test
    void aServerThatGoesAwayLeavesNoBackup() throws Exception {
        try (OtherSession other = OtherSession.on(project.database(), "lock table users in access exclusive mode")) {
            CompletableFuture<Run> backup = CompletableFuture.supplyAsync(() -> run("backup"));
            awaitDump();
            InstalledServer.server()
                    .execute("select pg_terminate_backend(pid) from pg_stat_activity where query like 'LOCK TABLE%'"
                            + " and datname = '%s'".formatted(project.database().name()));
            other.release();
            assertThat(backup.get().text().replace("query was", "Query was")).isEqualTo("""
                    exit 4
                    --- stderr
                    error: pg_dump failed: query failed: FATAL:  terminating connection due to administrator command
                      server closed the connection unexpectedly
                      \tThis probably means the server terminated abnormally
                      \tbefore or while processing the request.
                      Query was: LOCK TABLE public.users IN ACCESS SHARE MODE
                      state: no backup was written
                      help:  run the command again when the server is back
                    """);
        }
        assertThat(InstalledServer.in(backups)).isEmpty();
    }

    @Test
    void aRunWaitsUntilABackupHasEnded() throws Exception {
        project.with("V2__add_email.sql", "alter table users add email text;");
        try (OtherSession other = OtherSession.on(project.database(), "lock table users in access exclusive mode")) {
            CompletableFuture<Run> backup = CompletableFuture.supplyAsync(() -> run("backup"));
            awaitDump();
            Run refused = run("upgrade", "--run-lock-timeout", "0");
            assertThat(refused.exitCode()).isEqualTo(5);
            assertThat(refused.err()).contains("holder: ").contains("slipway backup");
            other.release();
            assertThat(backup.get().exitCode()).isZero();
        }
        assertThat(run("upgrade").exitCode()).isZero();
    }

    @Test
    void aBackupWaitsUntilARunHasEnded() throws Exception {
        project.with("V2__add_email.sql", "alter table users add email text;");
        try (OtherSession other = OtherSession.on(project.database(), "select from users")) {
            CompletableFuture<Run> upgrade = CompletableFuture.supplyAsync(() -> run("upgrade"));
            OtherSession.awaitWaiting(project.database(), 1);
            Run refused = run("backup", "--run-lock-timeout", "0");
            assertThat(refused.exitCode()).isEqualTo(5);
            assertThat(refused.err()).contains("holder: ").contains("slipway upgrade");
            assertThat(InstalledServer.in(backups)).isEmpty();
            other.release();
            assertThat(upgrade.get().exitCode()).isZero();
        }
        assertThat(run("backup").exitCode()).isZero();
    }

    @Test
    void dumpAndCountsAreOfOneMomentWhateverIsWrittenMeanwhile() throws Exception {
        project.execute("create table late (id int)");
        try (OtherSession other = OtherSession.on(project.database(), "lock table users in access exclusive mode")) {
            CompletableFuture<Run> backup = CompletableFuture.supplyAsync(() -> run("backup"));
            awaitDump();
            project.execute("insert into late select generate_series(1, 50)");
            other.release();
            assertThat(backup.get().exitCode()).isZero();
        }
        Path written = InstalledServer.only(backups);
        assertThat(Files.readString(written.resolve("backup.json"))).contains("\"public.late\": 0");
        assertThat(run("restore", written.toString(), "--drill").exitCode()).isZero();
    }
}
