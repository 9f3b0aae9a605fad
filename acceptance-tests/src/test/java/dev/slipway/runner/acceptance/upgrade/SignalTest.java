package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Await;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.RunnerProcess;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program as a process that is told to end, or killed, in the middle of a script.
final class SignalTest {
    private static final String SLOW = "create table b (id int); select pg_sleep(60);";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aSlowScript() {
        project.with("V1__a.sql", "create table a (id int);").with("V2__slow.sql", SLOW);
    }

    @Test
    void atSigtermItRollsBackSaysWhatStayedAndExits143() throws Exception {
        Process runner = start();
        Await.until(this::sleeping);
        runner.toHandle().destroy();
        assertThat(runner.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(runner.exitValue()).isEqualTo(143);
        assertThat(text(runner.getErrorStream().readAllBytes())).isEqualTo("""
            error: interrupted
              state: 1 stayed applied; 2 was rolled back
              help:  run `upgrade` again to go on
            """);
        assertThat(text(runner.getInputStream().readAllBytes())).matches("applied 1  a  \\d+ ms\n");
        assertThat(tables()).containsExactly("a", "flyway_schema_history");
    }

    /// A cancel between two statements cancels nothing, and a script of short ones is mostly between two.
    @ParameterizedTest
    @ValueSource(ints = {0, 130, 333, 710})
    void atSigtermItStopsBetweenTwoStatements(int milliseconds) throws Exception {
        project.with("V2__slow.sql", "select pg_sleep(0.002);\n".repeat(10_000));
        stopsAtOnce(milliseconds, this::sleeping);
    }

    @Test
    void atSigtermItStopsInACopy() throws Exception {
        project.with("V1__a.sql", """
            create table a (id int);
            create function slow() returns trigger language plpgsql as
                'begin perform pg_sleep(0.002); return new; end';
            create trigger slow before insert on a for each row execute function slow();
            """).with("V2__slow.sql", "copy a from stdin;\n" + "1\n".repeat(100_000) + "\\.\n");
        stopsAtOnce(200, this::sleeping);
    }

    private void stopsAtOnce(int milliseconds, BooleanSupplier begun) throws Exception {
        Process runner = start();
        Await.until(begun);
        Thread.sleep(milliseconds);
        long start = System.nanoTime();
        runner.toHandle().destroy();
        assertThat(runner.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(runner.exitValue()).isEqualTo(143);
        assertThat(text(runner.getErrorStream().readAllBytes())).isEqualTo("""
            error: interrupted
              state: 1 stayed applied; 2 was rolled back
              help:  run `upgrade` again to go on
            """);
    }

    @Test
    void killedItsBackendEndsAndTheNextRunGoesOn() throws Exception {
        Process runner = start();
        Await.until(this::sleeping);
        runner.toHandle().destroyForcibly();
        assertThat(runner.waitFor(10, TimeUnit.SECONDS)).isTrue();
        Await.until(this::isGone);
        project.with("V2__slow.sql", SLOW.replace("60", "0"));
        Run next = project.run("--run-lock-timeout", "10s");
        assertThat(next.exitCode()).as(next.text()).isZero();
        assertThat(next.out()).endsWith("""
            applied 2  slow  TIME
            applied 1 script in TIME: app on localhost:PORT is at 2
            """);
    }

    @Test
    void killedInAProvedScriptTheNextRunGoesOn() throws Exception {
        project.with("V1__a.sql", "create table a (id int); create table pause (seconds int);")
                .with("V2__slow.sql", "create table b (id int); select pg_sleep(seconds) from pause;");
        nextRunGoesOnAfterAKill("applied 2  slow  TIME\n");
    }

    @Test
    void killedAtTheCommitOfAProvedScriptTheNextRunGoesOn() throws Exception {
        project.with("V1__a.sql", """
            create table a (id int);
            create table pause (seconds int);
            create function slow() returns trigger language plpgsql as
                'begin perform pg_sleep(seconds) from pause; return null; end';
            create constraint trigger slow after insert on a deferrable initially deferred
                for each row execute function slow();
            """).with("V2__slow.sql", "create table b (id int); insert into a values (1);");
        nextRunGoesOnAfterAKill("applied 2  slow  TIME\n");
        assertThat(project.query("select count(*) from a")).containsExactly("1");
    }

    @Test
    void killedInAProvedScriptWithoutATransactionTheNextRunGoesOn() throws Exception {
        project.with("V1__a.sql", "create table a (id int); create table pause (seconds int);")
                .with("V2__slow.sql", """
                    -- transaction: off
                    create table b (id int);
                    select pg_sleep(seconds) from pause;
                    create table c (id int);
                    """);
        nextRunGoesOnAfterAKill("2 was begun before: going on after statement 1 of 3\napplied 2  slow  TIME\n");
    }

    private void nextRunGoesOnAfterAKill(String out) throws Exception {
        Manifest manifest = ProvedScripts.write(project.folder());
        project.run("upgrade", "1");
        project.execute("insert into pause values (60)");
        Process runner = start();
        Await.until(this::sleeping);
        runner.toHandle().destroyForcibly();
        assertThat(runner.waitFor(10, TimeUnit.SECONDS)).isTrue();
        Await.until(this::isGone);
        project.execute("delete from pause");
        Run next = project.run("--run-lock-timeout", "10s");
        assertThat(next.text())
                .isEqualTo("exit 0\n%sapplied 1 script in TIME: app on localhost:PORT is at 2\n".formatted(out));
        String proved = Objects.requireNonNull(manifest.revisions().get(Version.of("2")))
                .fingerprint();
        assertThat(project.run("current", "--verbose").out()).endsWith(": %s\n".formatted(proved));
    }

    @Test
    void atSigtermItStopsWaitingForTheLock() throws Exception {
        Process first = start();
        Await.until(this::sleeping);
        Process second = start();
        Await.until(
                () -> project.query("select application_name from pg_stat_activity where datname = current_database()"
                                + " and query like '%pg_try_advisory_lock%' and state = 'idle'")
                        .contains("slipway upgrade"));
        second.toHandle().destroy();
        assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(143);
        assertThat(text(second.getErrorStream().readAllBytes())).isEqualTo("""
            error: interrupted
              state: nothing was changed
              help:  run the command again
            """);
        first.toHandle().destroy();
        assertThat(first.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void atSigtermADowngradeRollsBackAndSaysHowFarItCame() throws Exception {
        project.without("V2__slow.sql")
                .with("V2__b.sql", "create table b (id int);")
                .with("U1__a.sql", "drop table a;" + SLOW)
                .with("U2__b.sql", "drop table b;");
        project.run("upgrade");
        Process runner = start("downgrade", "base", "--yes", "--no-rehearsal");
        Await.until(this::sleeping);
        runner.toHandle().destroy();
        assertThat(runner.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(runner.exitValue()).isEqualTo(143);
        assertThat(text(runner.getErrorStream().readAllBytes())).isEqualTo("""
            error: interrupted
              state: U2 stayed taken back; U1 was rolled back
              help:  run `downgrade` again to go on
            """);
        assertThat(tables()).containsExactly("a", "flyway_schema_history");
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 1 (1 pending)\n");
    }

    private Process start(String... arguments) throws IOException {
        return RunnerProcess.start(
                        Map.of(
                                "DATABASE_URL",
                                project.database().url(),
                                "SLIPWAY_LOCATIONS",
                                project.folder().toString()),
                        arguments)
                .process();
    }

    private boolean sleeping() {
        return project.query("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and wait_event = 'PgSleep'")
                .contains("1");
    }

    /// Whether no session of the program is left: the last thing that a backend does is to leave this list.
    private boolean isGone() {
        return project.query("select from pg_stat_activity where datname = current_database()"
                        + " and application_name like 'slipway%'")
                .isEmpty();
    }

    private List<String> tables() {
        return project.query("select tablename from pg_tables where schemaname = 'public' order by 1");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
