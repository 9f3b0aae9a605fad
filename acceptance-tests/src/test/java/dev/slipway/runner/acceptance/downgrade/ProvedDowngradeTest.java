package dev.slipway.runner.acceptance.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.runner.acceptance.StockFlyway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Downgrades, and checks, with a manifest beside the scripts.
final class ProvedDowngradeTest {
    private static String manifest = "";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeAll
    static void prove(@TempDir Path proved) throws IOException {
        scripts(proved);
        assertThat(Proved.on(proved).text()).contains("manifest.json");
        manifest = Files.readString(proved.resolve("manifest.json"));
    }

    private static ScriptFolder scripts(Path folder) {
        return new ScriptFolder(folder)
                .with("V1__users.sql", "create table users (id int primary key);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__email.sql", "alter table users add email text;")
                .with("U2__email.sql", """
                        alter table users drop email;
                        do $$ begin
                          if exists (select from users) then create table kept (id int); end if;
                        end $$;
                        """);
    }

    @BeforeEach
    void upgrade() {
        scripts(project.folder()).with("manifest.json", manifest);
        assertThat(run("upgrade")).startsWith("exit 0\n");
    }

    private String run(String... arguments) {
        return project.run(arguments).text();
    }

    @Test
    void whatIsProvedIsTakenBack() {
        assertThat(run("downgrade", "base", "--yes")).isEqualTo("""
                exit 0
                losing table public.users with 0 rows
                took back U2  email  TIME
                took back U1  users  TIME
                took back 2 revisions in TIME: app on localhost:PORT is before the first revision
                """);
        assertThat(run("upgrade")).endsWith("applied 2 scripts in TIME: app on localhost:PORT is at 2\n");
    }

    @Test
    void whatDoesNotLeadBackIsRolledBack() {
        project.execute("insert into users values (1)");
        assertThat(run("downgrade", "--yes")).isEqualTo("""
                exit 6
                losing column email of public.users with 0 values
                --- stderr
                error: script "U2__email.sql" does something else here than when it was proved
                  2 objects differ (- as proved, + in the database):
                    table public.kept is only in the database
                      + table
                    column public.kept.id is only in the database
                      + integer
                  state: this run took nothing back; U2 was rolled back
                  help:  find what in the script depends on this database, its data, settings or version, correct it, run `prove` (`prove --all` if it is the value of a placeholder), and then `downgrade` again; if others changed these objects meanwhile, only run `downgrade` again; if it is the server that does this, `downgrade --accept-drift` takes these objects as they are, and records it
                """);
        assertThat(run("current")).isEqualTo("exit 0\napp on localhost:PORT is at 2 (head)\n");
    }

    @Test
    void anEditedUndoScriptIsRefused() {
        project.with("U2__email.sql", "alter table users drop column email cascade;");
        assertThat(run("downgrade", "--yes")).isEqualTo("""
                exit 3
                --- stderr
                error: a script that is to run is not proved as it is
                  U2__email.sql was changed since it was proved
                  state: nothing was changed
                  help:  prove them with `prove` and deliver manifest.json together with the scripts, or restore the scripts that were proved
                """);
    }

    @Test
    void anUndoScriptThatDoesNotLeadBackIsNamedBeforeItRuns() {
        project.with("V3__phone.sql", "alter table users add phone text;").with("U3__phone.sql", "select 1;");
        assertThat(Proved.on(project.folder()).exitCode()).isEqualTo(1);
        assertThat(run("upgrade")).startsWith("exit 0\n");
        String warning =
                "`prove` recorded of U3__phone.sql: the undo script does not restore column public.users.phone;"
                        + " the result may match no proved revision\n";
        assertThat(run("downgrade")).startsWith("exit 3\n" + warning);
        assertThat(run("downgrade", "--yes", "--format", "json"))
                .startsWith("exit 0\n")
                .contains("""
                            "notRestored": [
                              {
                                "script": "U3__phone.sql",
                                "why": "the undo script does not restore column public.users.phone"
                              }
                            ],
                        """);
        assertThat(run("upgrade")).startsWith("exit 3\n");
        project.execute("alter table users drop phone");
        assertThat(run("upgrade")).startsWith("exit 0\n");
        assertThat(run("downgrade", "--yes")).startsWith("exit 0\n" + warning).contains("took back U3  phone");
    }

    @Test
    void driftIsRefusedUnlessItIsAccepted() {
        project.execute("create table more (id int)");
        assertThat(run("downgrade", "--yes"))
                .startsWith("""
                        exit 3
                        --- stderr
                        error: the schema of database app on localhost:PORT is not the one that was proved for 2
                        """)
                .contains("`downgrade --accept-drift` leaves these objects as they are and goes on");
        assertThat(run("downgrade", "--yes", "--accept-drift"))
                .startsWith("exit 0\ncontinuing although table public.more is only in the database\n")
                .endsWith("took back 1 revision in TIME: app on localhost:PORT is at 1\n");
    }

    @Test
    void checkFindsWhatIsNotProved() {
        project.with("V2__email.sql", "alter table users add email varchar(80);")
                .with("V3__phone.sql", "alter table users add phone text;")
                .without("U1__users.sql");
        assertThat(project.offline("check", "--offline").text()).isEqualTo("""
                exit 1
                FOLDER/V2__email.sql: the script was changed since it was proved
                  effect: `upgrade` is refused with exit code 3 before it would run
                  remedy: run `prove`

                FOLDER/V3__phone.sql: the script was never proved
                  effect: `upgrade` is refused with exit code 3 before it would run
                  remedy: run `prove`

                manifest.json: it knows U1__users.sql, and there is no such script
                  effect: what was proved is not what the scripts are
                  remedy: run `prove`

                3 problems: 3 revisions, 1 head
                """);
    }

    @Test
    void checkFindsAnUnreadableManifest() {
        project.with("manifest.json", "{}");
        assertThat(project.offline("check", "--offline").text()).isEqualTo("""
                exit 1
                manifest.json: manifest "FOLDER/manifest.json" cannot be read; "format" is missing
                  effect: `upgrade` is refused with exit code 2
                  remedy: restore the file as it was committed; `prove --all` writes it anew

                1 problem: 2 revisions, 1 head
                """);
    }

    @Test
    void checkFindsDrift() {
        assertThat(run("check")).isEqualTo("exit 0\nno problems: 2 revisions, 1 head; app on localhost:PORT is at 2\n");
        project.execute("alter table users add more int");
        assertThat(run("check")).isEqualTo("""
                exit 1
                app on localhost:PORT: the schema of database app on localhost:PORT is not the one that was proved for 2: 1 object differs (- as proved, + in the database):
                    column public.users.more is only in the database
                      + integer
                  effect: `upgrade` is refused with exit code 3 if something is pending
                  remedy: take back what was done by hand, or write a revision that does it; `upgrade --accept-drift` leaves these objects as they are and goes on

                1 problem: 2 revisions, 1 head; app on localhost:PORT is at 2
                """);
    }

    @Test
    void withoutAManifestCheckComparesWithTheLastRun() {
        project.without("manifest.json");
        assertThat(run("check")).startsWith("exit 0\nno problems");
        project.execute("alter table users add more int");
        assertThat(run("check")).isEqualTo("""
                exit 1
                app on localhost:PORT: the schema is not what the last run left
                  effect: a later script may fail on it, or do something else than it should
                  remedy: find out what was changed by other means; with a manifest (`prove`) the objects are named

                1 problem: 2 revisions, 1 head; app on localhost:PORT is at 2
                """);
    }

    @Test
    void planSaysWhatIsNotProved() {
        project.with("V3__phone.sql", "alter table users add phone text;");
        assertThat(run("plan"))
                .startsWith("exit 0\n")
                .endsWith("--- stderr\nV3__phone.sql was never proved: no run would accept it\n");
        assertThat(run("plan", "--format", "json")).contains("\"why\": \"was never proved\"");
    }

    @Test
    void stockFlywayDoesNotMindTheFingerprints() {
        assertThat(project.query("select count(*) from flyway_schema_history_fingerprint"))
                .containsExactly("2");
        StockFlyway.on(project.database(), project.folder()).validate();
        project.execute("drop table users");
        project.execute("drop table flyway_schema_history");
        assertThat(run("upgrade")).endsWith("applied 2 scripts in TIME: app on localhost:PORT is at 2\n");
    }
}
