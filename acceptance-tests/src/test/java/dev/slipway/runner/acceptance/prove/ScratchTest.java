package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Await;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.RunnerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Where `prove` tries scripts, and what becomes of that.
final class ScratchTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aFolder() {
        project.database()
                .server()
                .execute("alter role %s createdb".formatted(project.database().owner()));
        project.with("V1__users.sql", "create table users (id int);");
    }

    private Run prove(Map<String, String> environment, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("prove", "--locations", project.folder().toString()));
        arguments.addAll(List.of(more));
        return Run.with(environment, arguments.toArray(String[]::new)).masked(project.database(), project.folder());
    }

    private List<String> left() {
        return project.query("select datname from pg_database d join pg_roles r on r.oid = d.datdba"
                + " where rolname = '%s' and datname <> '%1$s'"
                        .formatted(project.database().owner()));
    }

    @Test
    void theDatabaseThatIsMigratedIsNeverTakenForIt() {
        Map<String, String> environment = Map.of(
                "DATABASE_URL",
                project.database().url(),
                "PGHOST",
                "localhost",
                "PGPORT",
                "" + project.database().server().port());
        assertThat(prove(environment).exitCode()).isEqualTo(0);
        assertThat(left()).isEmpty();
        assertThat(prove(environment, "--all", "--scratch-url", "postgresql://nobody@/x", "--wait-timeout", "0")
                        .err())
                .startsWith("error: database x on localhost:PORT is not usable")
                .doesNotContain(Integer.toString(project.database().server().port()));
    }

    @Test
    void aMalformedUrlIsNamedByItsFlag() {
        assertThat(prove(Map.of(), "--scratch-url", "mysql://me:secret@localhost/x")
                        .text())
                .isEqualTo("""
                        exit 2
                        --- stderr
                        error: --scratch-url "mysql://me:***@localhost/x": it does not begin with postgresql:// or \
                        jdbc:postgresql://
                          state: nothing was changed
                          help:  for example postgresql://app@db:5432/app with the password in DATABASE_PASSWORD
                        """);
    }

    @Test
    void aUserWhoMayNotCreateDatabasesIsToldHowToGetTheRight() {
        project.database()
                .server()
                .execute("alter role %s nocreatedb".formatted(project.database().owner()));
        assertThat(prove(Map.of(), "--scratch-url", project.database().url()).text())
                .isEqualTo("""
                exit 4
                --- stderr
                error: no scratch database can be created on localhost:PORT: permission denied to create database
                  sqlstate: 42501
                  state: nothing was changed
                  help:  let the user do it with `alter role "app" createdb`, or name another server with --scratch-url
                """);
    }

    @Test
    void aUserWhoMayCreateDatabasesIsEnough() {
        Run run = prove(Map.of("SLIPWAY_SCRATCH_URL", project.database().url()));
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(left()).isEmpty();
    }

    @Test
    void atSigtermTheDatabaseIsDroppedAndWhatWasProvedIsKept() throws Exception {
        project.with("V2__slow.sql", "select pg_sleep(60);");
        Process runner = start();
        Await.until(this::sleeping);
        runner.toHandle().destroy();
        assertThat(runner.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(runner.exitValue()).isEqualTo(143);
        assertThat(text(runner.getErrorStream().readAllBytes())).isEqualTo("""
                error: interrupted
                  state: 1 stayed proved; 2 ran on a scratch database, which was dropped
                  help:  run `prove` again to go on
                """);
        assertThat(left()).isEmpty();
        assertThat(Proved.alone(project.folder(), "prove", "--check").out())
                .doesNotContain("V1__")
                .contains("V2__slow.sql");
    }

    @Test
    void atALostConnectionTheDatabaseIsDropped() throws Exception {
        project.with("V2__slow.sql", "select pg_sleep(60);");
        Process runner = start();
        Await.until(this::sleeping);
        project.database()
                .server()
                .execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '%s'"
                        .formatted(project.database().owner()));
        assertThat(runner.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(text(runner.getErrorStream().readAllBytes()))
                .startsWith("error: the connection was lost while 2 ran");
        assertThat(runner.exitValue()).isEqualTo(4);
        assertThat(left()).isEmpty();
    }

    @Test
    void whatWasProvedBeforeAKillIsKept() throws Exception {
        project.with("V2__slower.sql", "select pg_sleep(1.1);").with("V3__slow.sql", "select pg_sleep(60);");
        Process runner = start();
        Await.until(() -> Files.exists(project.folder().resolve("manifest.json")) && sleeping("60"));
        runner.toHandle().destroyForcibly();
        assertThat(runner.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Proved.alone(project.folder(), "prove", "--check").out())
                .doesNotContain("V1__", "V2__")
                .contains("V3__slow.sql");
        left().forEach(name -> project.database().server().execute("drop database %s with (force)".formatted(name)));
    }

    private Process start() throws IOException {
        return RunnerProcess.start(
                        Map.of("SLIPWAY_SCRATCH_URL", project.database().url()),
                        "prove",
                        "--locations",
                        project.folder().toString())
                .process();
    }

    private boolean sleeping() {
        return sleeping("");
    }

    private boolean sleeping(String seconds) {
        return project.query("select count(*) from pg_stat_activity where usename = '%s' and state = 'active'"
                                .formatted(project.database().owner())
                        + " and query like '%pg_sleep(" + seconds + "%' and pid <> pg_backend_pid()")
                .contains("1");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
