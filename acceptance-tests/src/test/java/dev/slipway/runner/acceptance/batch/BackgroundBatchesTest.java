package dev.slipway.runner.acceptance.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.ManyRows;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.StockFlyway;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Changes of data that a deployment leaves for later.
final class BackgroundBatchesTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aTable() {
        ManyRows.in(project.folder());
    }

    @Test
    void aDeploymentGoesOnAndAContractWaitsForTheBatches() {
        project.with("V2__backfill.sql", "-- batch: id\nupdate users set email = name where email is null")
                .with("V3__more.sql", "create table more (id int)")
                .with("V4__drop.sql", "-- compat: contract\nalter table users drop name");
        assertThat(project.run("upgrade", "--background-batches").text()).isEqualTo("""
            exit 3
            applied 1  users  TIME
            2 is left to `batch`, which changes its rows
            applied 2  backfill  TIME
            applied 3  more  TIME
            --- stderr
            error: 4 (compat: contract) is refused: 2 (V2__backfill.sql) is not complete, 0 % with 0 rows changed
              state: 1, 2, 3 stayed applied
              help:  run `batch`, or wait for the one that runs, and then run `upgrade` again; `batch --abandon 2` gives up what is left
            """);
        assertThat(ManyRows.history(project.database())).containsExactly("1|t", "2|t", "3|t");
        StockFlyway.on(project.database(), project.folder()).info();
        assertThat(project.run("current").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 3 (1 pending)
              2 (V2__backfill.sql) is not complete: 0 %, 0 rows changed; `batch` goes on
            """);
        assertThat(project.run("history").out()).endsWith("""

            2 (V2__backfill.sql) is not complete: 0 %, 0 rows changed; `batch` goes on
            """);
        assertThat(project.run("batch").text()).isEqualTo("""
            exit 0
            2 changed 5000 rows in batches
            complete: 2 in app on localhost:PORT
            """);
        project.execute("insert into users (id, name) values (1, 'late')");
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 3
            --- stderr
            error: 4 (compat: contract) is refused: there are rows again that 2 (V2__backfill.sql) has to change
              state: this run applied nothing
              help:  end what still writes such rows, run `batch`, which changes them, and then `upgrade` again; `batch --abandon 2` gives up what is left
            """);
        assertThat(project.run("batch").text()).isEqualTo("""
            exit 0
            2 changed 5001 rows in batches
            complete: 2 in app on localhost:PORT
            """);
        assertThat(project.run("batch").out())
                .isEqualTo("nothing to do: app on localhost:PORT has begun no change of data that is left;"
                        + " `upgrade --background-batches` begins one\n");
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.run("batch").exitCode()).isZero();
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    /// As scripts do for the role of a service.
    @Test
    void whomDefaultPrivilegesLetWriteMayOnlyReadHowFarItCame() {
        String service = "service_of_" + project.database().name();
        project.database().server().execute("create role " + service);
        project.with(
                        "V2__rights.sql",
                        "alter default privileges grant select, insert, update, delete on tables to " + service)
                .with("V3__up.sql", "-- batch: id\nupdate users set n = n + 1");
        assertThat(project.run("upgrade", "--background-batches").exitCode()).isZero();
        assertThat(project.query("""
                select privilege, has_table_privilege('%s', 'flyway_schema_history_batch', privilege)
                from unnest(array['select', 'insert', 'update', 'delete']) as privilege
                """.formatted(service)))
                .containsExactly("select|t", "insert|f", "update|f", "delete|f");
    }

    @Test
    void whatIsTakenBackIsForgotten() {
        project.with("V2__up.sql", "-- batch: id\nupdate users set n = n + 1")
                .with("U2__up.sql", "update users set n = n - 1 where n > 0");
        assertThat(project.run("upgrade", "--background-batches").exitCode()).isZero();
        assertThat(project.run("downgrade", "1", "--yes").exitCode()).isZero();
        assertThat(project.run("batch").out()).startsWith("nothing to do");
        assertThat(project.query("select count(*) from flyway_schema_history_batch"))
                .containsExactly("0");
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.query("select distinct n from users")).containsExactly("1");
    }

    @Test
    void twoAtOnceChangeEveryRowOnceWhileOthersWrite() throws Exception {
        project.with("V2__up.sql", "-- batch: id time=20ms\nupdate users set n = n + 1");
        assertThat(project.run("upgrade", "--background-batches").exitCode()).isZero();
        try (ExecutorService all = Executors.newFixedThreadPool(3)) {
            Future<Run> first = all.submit(() -> project.run("batch"));
            Future<Run> second = all.submit(() -> project.run("batch"));
            Future<?> writer = all.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    project.execute("update users set email = 'w' where id = 3 * (1 + %d * 24)".formatted(i));
                }
            });
            writer.get();
            assertThat(List.of(first.get().exitCode(), second.get().exitCode())).containsExactly(0, 0);
        }
        assertThat(project.query("select n, count(*), count(email) from users group by 1"))
                .containsExactly("1|5000|200");
    }

    @Test
    void whatIsProvedHoldsInBatches() {
        project.with("V2__up.sql", "-- batch: id\nupdate users set n = n + 1")
                .with("U2__up.sql", "update users set n = n - 1");
        ProvedScripts.write(project.folder());
        assertThat(project.run("upgrade", "--background-batches").text()).isEqualTo("""
            exit 0
            applied 1  users  TIME
            2 is left to `batch`, which changes its rows
            applied 2  up  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 2
            """);
        assertThat(project.run("batch").exitCode()).isZero();
        assertThat(project.run("check").text())
                .isEqualTo("exit 0\nno problems: 2 revisions, 1 head; app on localhost:PORT is at 2\n");
        assertThat(project.run("drift").exitCode()).isZero();
    }

    @Test
    void whatCannotEndIsGivenUp() {
        project.with("V2__up.sql", "-- batch: id\nupdate users set email = name where email is null")
                .with("V3__drop.sql", "-- compat: contract\nalter table users drop name");
        assertThat(project.run("upgrade", "--background-batches").exitCode()).isEqualTo(3);
        assertThat(project.run("batch", "--abandon", "1").text()).isEqualTo("""
            exit 2
            --- stderr
            error: 1 has not begun to change rows in batches here
              state: nothing was changed
              help:  `current` names what is not complete
            """);
        assertThat(project.run("batch", "--abandon", "2").text())
                .isEqualTo("exit 0\nabandoned: 2 (V2__up.sql) in app on localhost:PORT, with 0 rows changed (0 %)\n");
        assertThat(project.run("batch", "--abandon", "2").text())
                .isEqualTo("exit 0\nnothing to do: nothing is left of 2 (V2__up.sql) in app on localhost:PORT\n");
        assertThat(project.run("batch").out()).startsWith("nothing to do");
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.query("select version, changed, abandoned from flyway_schema_history_batch"))
                .containsExactly("2|0|t");
    }
}
