package dev.slipway.runner.acceptance.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.ManyRows;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.RunnerProcess;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.StandbyServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Batches wait for a replica that streams and does not keep up.
final class BatchReplicaTest {
    @AutoClose
    private final PostgresServer primary = PostgresServer.start(0);

    @RegisterExtension
    private final Project project = new Project(primary);

    @BeforeEach
    void aTable() {
        ManyRows.in(project.folder());
        primary.execute("grant pg_monitor to " + project.database().owner());
        assertThat(project.run("upgrade").exitCode()).isZero();
        project.with("V2__backfill.sql", "-- batch: id lag=1s\nupdate users set n = n + 1");
    }

    @Test
    void untilItHasReplayed() throws Exception {
        try (StandbyServer standby = behind();
                RunnerProcess runner = upgrade()) {
            runner.awaitLine("2 pauses: a replica is ");
            assertThat(rows()).containsExactly("0|4500", "1|500");
            standby.execute("select pg_wal_replay_resume()");
            runner.awaitLine("2 changed 5000 rows in batches");
            assertThat(runner.ended()).isEqualTo("exit 0\n");
        }
        assertThat(rows()).containsExactly("1|5000");
    }

    @Test
    void untilSigtermAndTheNextRunGoesOn() throws Exception {
        try (StandbyServer standby = behind();
                RunnerProcess runner = upgrade()) {
            runner.awaitLine("2 pauses: a replica is ");
            assertThat(runner.terminated()).isEqualTo("""
                exit 143
                error: interrupted
                  state: this run applied nothing; of 2, which runs in batches, 500 rows stayed changed
                  help:  run `upgrade` again to go on
                """);
            standby.execute("select pg_wal_replay_resume()");
            assertThat(project.run("upgrade").exitCode()).isZero();
        }
        assertThat(rows()).containsExactly("1|5000");
    }

    /// A replica that is behind by more than the script allows, and gets no further.
    private StandbyServer behind() throws InterruptedException {
        StandbyServer standby = StandbyServer.of(primary);
        awaitReplica("state = 'streaming' and replay_lsn is not null");
        standby.execute("select pg_wal_replay_pause()");
        awaitReplica("replay_lag > interval '1 s'");
        return standby;
    }

    private RunnerProcess upgrade() throws IOException {
        return RunnerProcess.start(
                Map.of("DATABASE_URL", project.database().url()),
                "upgrade",
                "--locations",
                project.folder().toString());
    }

    private List<String> rows() {
        return project.query("select n, count(*) from users group by 1 order by 1");
    }

    @Test
    void andForNoneThatKeepsUp() throws Exception {
        try (StandbyServer standby = StandbyServer.of(primary)) {
            awaitReplica("state = 'streaming' and replay_lsn is not null");
            assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 0
                2 changed 5000 rows in batches
                applied 2  backfill  TIME
                applied 1 script in TIME: app on localhost:PORT is at 2
                """);
            assertThat(standby.data()).isDirectory();
        }
    }

    /// The primary writes meanwhile: a lag is seen only of what is sent.
    private void awaitReplica(String condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (project.query("select from pg_stat_replication where " + condition)
                .isEmpty()) {
            assertThat(System.nanoTime()).as("waited for 60 s").isLessThan(deadline);
            project.execute("comment on table users is 'written'");
            Thread.sleep(50);
        }
    }
}
