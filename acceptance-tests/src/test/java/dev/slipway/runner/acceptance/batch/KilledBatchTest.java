package dev.slipway.runner.acceptance.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.RunnerProcess;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.runner.acceptance.StockFlyway;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A runner that is killed, or told to end, between and in batches.
final class KilledBatchTest {
    @RegisterExtension
    private final Project project = new Project();

    @Test
    void everyRowIsChangedOnceHoweverOftenItIsKilled() throws Exception {
        ScriptFolder scripts = project.scripts()
                .with(
                        "V1__users.sql",
                        "create table users (id int primary key, n int not null default 0);"
                                + " insert into users select i, 0 from generate_series(1, 20000) i;"
                                + " create function slow() returns trigger language plpgsql as $$ begin"
                                + " perform pg_sleep(0.0002); return new; end $$;"
                                + " create trigger slow before update on users for each row execute function slow();")
                .with("V2__up.sql", "-- batch: id time=100ms\nupdate users set n = n + 1");
        assertThat(project.run("upgrade", "1").exitCode()).isZero();
        for (int pause : List.of(300, 130, 70, 210)) {
            Process runner = start(scripts);
            awaitBatch();
            Thread.sleep(pause);
            runner.destroyForcibly();
            assertThat(runner.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        Process runner = start(scripts);
        awaitBatch();
        Thread.sleep(150);
        runner.toHandle().destroy();
        assertThat(runner.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(runner.exitValue()).isEqualTo(143);
        assertThat(project.query("select count(*) from users where n > 1")).containsExactly("0");
        Run last = project.run("upgrade");
        assertThat(last.exitCode()).as(last.text()).isZero();
        assertThat(last.out()).contains("2 was begun before: going on at ", "2 changed 20000 rows in batches");
        assertThat(project.query("select n, count(*) from users group by 1")).containsExactly("1|20000");
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    /// Until more rows were committed than before.
    private void awaitBatch() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        String before = changed();
        while (changed().equals(before)) {
            assertThat(System.nanoTime()).as("waited for 60 s").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private String changed() {
        return project.query("select sum(n) from users").getFirst();
    }

    private Process start(ScriptFolder scripts) throws IOException {
        return RunnerProcess.start(
                        Map.of("DATABASE_URL", project.database().url()),
                        "upgrade",
                        "--locations",
                        scripts.path().toString())
                .process();
    }
}
