package dev.slipway.runner.acceptance.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.runner.acceptance.Await;
import dev.slipway.runner.acceptance.OtherSession;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What `plan`, `check` and `upgrade` tell of large tables, and what `--max-lock` refuses. Numbers are masked.
final class ImpactTest {
    private static final String FILL = """
            insert into orders (n) select i from generate_series(1, 40000) i;
            insert into small (n) select i from generate_series(1, 100) i;
            """;

    private static final String LOCKED = """
            error: V2__widen.sql would lock a table for longer than --max-lock, which is TIME
              public.orders: locked for about TIME
              V2__widen.sql:1: 2 rewrites public.orders: N MB, about TIME under ACCESS EXCLUSIVE; N would wait
              state: nothing was changed
              help:  do it in steps that lock nothing for long (see docs/hazards), or run it while nobody needs the table, with another --max-lock, or with its hazard and a reason in the header of the script (-- allow: CODE REASON)
            """;

    @RegisterExtension
    private final Project project = new Project();

    /// A row takes a page of its own, or nearly so.
    private Project filled(String second) throws InterruptedException {
        project.with(
                        "V1__orders.sql",
                        "create table orders (id bigint generated always as identity primary key, n int)"
                                + " with (fillfactor = 10); create table small (n int);")
                .with("V2__widen.sql", second);
        assertThat(Proved.on(project.folder()).err()).isEmpty();
        assertThat(project.run("upgrade", "1").exitCode()).isZero();
        project.execute(FILL);
        // a session counts what it wrote when it has ended, which nobody waits for
        Await.until(() -> project.query("select n_tup_ins > 0 from pg_stat_user_tables where relname = 'orders'")
                .contains("t"));
        return project;
    }

    @Test
    void aLargeTableIsToldByPlanCheckAndUpgrade() throws InterruptedException {
        filled("alter table small alter n type bigint; alter table orders alter n type bigint;");
        String line = "2 rewrites public.orders: N MB, about TIME under ACCESS EXCLUSIVE; N would wait\n";

        assertThat(masked(project.run(
                                "plan",
                                "--output",
                                project.folder().resolve("p.psql").toString())
                        .err()))
                .isEqualTo(line);
        assertThat(masked(project.run("check").out())).contains("\n" + line);
        assertThat(masked(project.run("upgrade").out())).contains(line);
        assertThat(masked(project.run("check").out())).doesNotContain("rewrites");
    }

    @Test
    void theSameIsToldAsJson() throws InterruptedException {
        filled("create index on orders (n);");

        assertThat(project.run("plan", "--format", "json").out()).containsPattern("""
                        (?s)"impacts": \\[
                              \\{
                                "label": "2",
                                "script": "V2__widen.sql",
                                "line": 1,
                                "work": "index",
                                "times": 1,
                                "table": "public.orders",
                                "bytes": \\d+,
                                "time": \\{
                                  "least": \\d+,
                                  "most": \\d+
                                \\},
                                "held": \\{
                                  "table": "public.orders",
                                  "lock": "share",
                                  "writesPerSecond": \\d+,
                                  "readsPerSecond": 0
                                \\},
                                "walBytes": 0,
                                "replicas": \\d+
                              \\}
                            \\]""");
        assertThat(project.run("check", "--format", "json").out()).contains("\"impacts\": [\n");
    }

    @Test
    void whatLocksLongerThanItMayIsRefusedBeforeAnythingIsChanged() throws InterruptedException {
        filled("alter table orders alter n type bigint;");
        Run refused = project.run("upgrade", "--max-lock", "1ms");

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(masked(refused.err())).isEqualTo(LOCKED);
        assertThat(project.query("select version from flyway_schema_history order by installed_rank"))
                .containsExactly("1");
        assertThat(project.run("upgrade", "--max-lock", "10m").exitCode()).isZero();
    }

    @Test
    void aScriptForPsqlIsHeldToTheLimitToo() throws InterruptedException {
        filled("alter table orders alter n type bigint;");
        Run refused = project.run("upgrade", "--sql", "--max-lock", "1ms");

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out()).isEmpty();
        assertThat(masked(refused.err())).isEqualTo(LOCKED);
        assertThat(project.run("upgrade", "--sql", "--max-lock", "10m").exitCode())
                .isZero();
        assertThat(project.run("upgrade", "1:2", "--sql", "--max-lock", "10m").text())
                .isEqualTo("""
                exit 3
                --- stderr
                error: cannot enforce --max-lock without a database: table sizes are unknown
                  state: nothing was written
                  help:  name no revision to begin at, so that the database is asked, or leave --max-lock out
                """);
        assertThat(project.run("upgrade", "base:2", "--sql", "--max-lock", "1ms")
                        .exitCode())
                .isZero();
    }

    @Test
    void theHeaderOfAScriptAllowsItsHazard() throws InterruptedException {
        filled("-- allow: type-change nobody writes at night\nalter table orders alter n type bigint;");

        assertThat(project.run("upgrade", "--max-lock", "1ms").exitCode()).isZero();
    }

    @Test
    void aSmallTableNeedsNoPermission() throws InterruptedException {
        filled("alter table small alter n type bigint;");
        Run run = project.run("upgrade", "--max-lock", "1ms");

        assertThat(run.exitCode()).isZero();
        assertThat(run.text()).doesNotContain("rewrites");
    }

    @Test
    void whatLocksNobodyOutMayTakeAsLongAsItDoes() throws InterruptedException {
        filled("create index concurrently orders_n on orders (n);");
        Run run = project.run("upgrade", "--max-lock", "1ms");

        assertThat(run.exitCode()).isZero();
        assertThat(masked(run.text()))
                .contains("2 builds an index on public.orders: N MB, about TIME; nobody has to wait\n");
    }

    @Test
    void withoutAManifestNothingIsToldAndNoLimitCanBeKept() throws InterruptedException {
        filled("alter table orders alter n type bigint;").without("manifest.json");
        Run refused = project.run("upgrade", "--max-lock", "5s");

        assertThat(project.run("plan").err()).isEmpty();
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).isEqualTo("""
                error: cannot enforce --max-lock: it is unknown how long the scripts lock tables
                  manifest.json does not say what V2__widen.sql does with the rows of tables
                  state: nothing was changed
                  help:  run `prove --all` and deliver manifest.json together with the scripts, or leave --max-lock out
                """);
        assertThat(project.run("upgrade").exitCode()).isZero();
    }

    @Test
    void onAnEmptyDatabaseNobodyWaits() {
        project.with("V1__orders.sql", "create table orders (n int);")
                .with("V2__widen.sql", "alter table orders alter n type bigint;");
        Proved.on(project.folder());

        assertThat(project.run("upgrade", "--max-lock", "1ms").exitCode()).isZero();
    }

    @Test
    void aTableThatSomebodyHasLockedIsToldAllTheSame() throws SQLException, InterruptedException {
        filled("alter table orders alter n type bigint;");
        project.execute("analyze orders");
        try (OtherSession _ = OtherSession.on(project.database(), "lock table orders")) {
            assertThat(masked(project.run("plan").err())).startsWith("2 rewrites public.orders: N MB, about TIME");
        }
    }

    @Test
    void whatAScriptTookIsKeptForTheNextEstimate() throws InterruptedException {
        filled("update orders set n = n + 1;");
        project.with("V3__again.sql", "update orders set n = n + 1;");
        assertThat(Proved.on(project.folder()).exitCode()).isZero();
        assertThat(project.run("upgrade", "2").exitCode()).isZero();
        assertThat(project.query("select work ->> 'kind' from flyway_schema_history_fingerprint"
                        + " where (work ->> 'seconds')::float8 > 1"))
                .containsExactly("write");

        project.execute("update flyway_schema_history set execution_time = 700000 where version = '2';"
                + " update flyway_schema_history_fingerprint set work = jsonb_set(work, '{seconds}', '7')"
                + " where work is not null");
        long[] slow = range();
        project.execute("update flyway_schema_history set execution_time = 7000 where version = '2'");
        long[] quick = range();
        project.execute("alter table flyway_schema_history_fingerprint drop work");
        long[] unknown = range();

        assertThat((double) slow[1] / slow[0]).isCloseTo(1.7 * 1.7, within(0.01));
        assertThat((double) slow[0] / quick[0]).isCloseTo(100, within(0.5));
        assertThat(unknown[0]).isLessThan(quick[0]);
        assertThat(unknown[1]).isGreaterThan(quick[1]);
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(project.query("select count(work) from flyway_schema_history_fingerprint"))
                .containsExactly("1");
    }

    /// The estimate of what is pending, in milliseconds.
    private long[] range() {
        Matcher time = Pattern.compile("\"least\": (\\d+),\\s+\"most\": (\\d+)")
                .matcher(project.run("plan", "--format", "json").out());
        assertThat(time.find()).isTrue();
        return new long[] {Long.parseLong(time.group(1)), Long.parseLong(time.group(2))};
    }

    private static String masked(String text) {
        return text.replaceAll("[\\d,]+ MB", "N MB")
                .replaceAll("about [\\d.]+ to TIME", "about TIME")
                .replaceAll("; [^;\n]* would wait", "; N would wait");
    }
}
