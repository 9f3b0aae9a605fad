package dev.slipway.runner.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Await;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What becomes of the others when a tenant fails.
final class FleetFailureTest {
    @RegisterExtension
    private final TenantProject tenants = new TenantProject();

    private final Project project = tenants.project();

    @Test
    void oneThatFailsStopsNoneOfTheOthers() throws IOException {
        project.execute("create schema b; create table b.people (id int)");
        assertThat(tenants.run(
                                "upgrade",
                                "--tenants",
                                tenants.list("a", "b", "", "# not this one", "c"),
                                "--parallel",
                                "1")
                        .text())
                .isEqualTo("""
            exit 3
            a: applied 2 scripts, is at 2  TIME
            c: applied 2 scripts, is at 2  TIME
            3 tenants in TIME
              2  applied 2 scripts, is at 2
              1  failed (3): database app on localhost:PORT has tables but no history
            --- stderr
            b: error: database app on localhost:PORT has tables but no history
              found: people
              state: nothing was changed
              help:  if these tables were made by the scripts, let `adopt` find out how far, or record it with `stamp VERSION`, and run `upgrade` again; if they belong to something else, use an empty database or another schema (currentSchema in DATABASE_URL)
            """);
    }

    @Test
    void whereTenantsFailDifferentlyTheCodeSaysSo() throws IOException {
        project.execute("create schema b; create table b.people (id int); create schema c");
        project.with("V3__only_some.sql", """
                do $$ begin if current_schema() = 'c' then raise exception 'no room'; end if; end $$;
                """);
        assertThat(tenants.run("upgrade", "--tenants", tenants.list("a", "b", "c"), "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 9
            a: applied 3 scripts, is at 3  TIME
            3 tenants in TIME
              1  applied 3 scripts, is at 3
              1  failed (3): database app on localhost:PORT has tables but no history
              1  failed (6): script "V3__only_some.sql" failed at line 1, column 1: no room
            --- stderr
            b: error: database app on localhost:PORT has tables but no history
              found: people
              state: nothing was changed
              help:  if these tables were made by the scripts, let `adopt` find out how far, or record it with `stamp VERSION`, and run `upgrade` again; if they belong to something else, use an empty database or another schema (currentSchema in DATABASE_URL)
            c: error: script "V3__only_some.sql" failed at line 1, column 1: no room
               --> FOLDER/V3__only_some.sql:1:1
              1 | do $$ begin if current_schema() = 'c' then raise exception 'no room'; end if; end $$;
                | ^
              sqlstate: P0001
              context: PL/pgSQL function inline_code_block line 1 at RAISE
              state: 1, 2 stayed applied; 3 was rolled back
              help:  correct the script and run `upgrade` again
            """);
    }

    @Test
    void afterTooManyFailuresNoOtherIsBegun() throws IOException {
        project.execute("create schema a; create table a.people (id int)");
        assertThat(tenants.run(
                                "upgrade",
                                "--tenants",
                                tenants.list("a", "b", "c"),
                                "--parallel",
                                "1",
                                "--max-failures",
                                "1")
                        .out())
                .isEqualTo("""
            3 tenants in TIME
              2  not run: too many others failed
              1  failed (3): database app on localhost:PORT has tables but no history
            """);
        assertThat(project.query("select nspname from pg_namespace where nspname = 'b'"))
                .isEmpty();
    }

    @Test
    void oneThatWasChangedByHandIsRefusedAndTheOthersAreNot() throws IOException {
        assertThat(tenants.run("prove").exitCode()).isZero();
        TestDatabase same = project.database().server().createDatabase();
        TestDatabase other = project.database().server().createDatabase();
        String list = tenants.list(same.url(), other.url(), "c");
        assertThat(tenants.run("upgrade", "1", "--tenants", list).exitCode()).isZero();
        other.execute("alter table people add note text");
        Run run = tenants.run("upgrade", "--tenants", list, "--parallel", "1", "--verbose");
        assertThat(run.text().replace(other.name(), "OTHER").replace(same.name(), "SAME"))
                .isEqualTo("""
            exit 3
            SAME on localhost:PORT: applied 1 script, is at 2  TIME
            c: applied 1 script, is at 2  TIME
            3 tenants in TIME
              2  applied 1 script, is at 2
              1  failed (3): the schema of database OTHER on localhost:PORT is not the one that was proved for 1
            --- stderr
            OTHER on localhost:PORT: error: the schema of database OTHER on localhost:PORT is not the one that was proved for 1
              1 object differs (- as proved, + in the database):
                column public.people.note is only in the database
                  + text
              state: nothing was changed
              help:  take back what was done by hand, or write a revision that does it; `upgrade --accept-drift` leaves these objects as they are and goes on
            """);
    }

    @Test
    void aSignalEndsAllThatIsUnderWayAndTheNextRunGoesOn() throws Exception {
        project.with("V3__slow.sql", "select pg_sleep(600);");
        String list = tenants.list("a", "b", "c");
        List<Run> runs = new CopyOnWriteArrayList<>();
        Thread run =
                Thread.ofPlatform().start(() -> runs.add(tenants.run("upgrade", "--tenants", list, "--parallel", "2")));
        Await.until(() -> sleeping().size() == 2);
        run.interrupt();
        run.join(Duration.ofSeconds(30));
        assertThat(sleeping()).isEmpty();
        assertThat(runs.getFirst().exitCode()).isEqualTo(143);
        assertThat(runs.getFirst().err().lines().sorted())
                .containsExactlyElementsOf("""
            a: error: interrupted
              state: 1, 2 stayed applied; 3 was rolled back
              help:  run `upgrade` again to go on
            b: error: interrupted
              state: 1, 2 stayed applied; 3 was rolled back
              help:  run `upgrade` again to go on
            error: interrupted
              state: 0 of 3 tenants are done; the others are as told above, or were not begun
              help:  run the command again to go on
            """.lines().sorted().toList());
        project.with("V3__slow.sql", "select 1;");
        assertThat(tenants.run("upgrade", "--tenants", list).exitCode()).isZero();
    }

    @Test
    void whatFailsAlikeForSeveralIsToldInFullOnce() throws IOException {
        project.with("V3__typo.sql", "selec 1;");
        assertThat(tenants.run("upgrade", "--tenants", tenants.list("a", "b"), "--parallel", "1")
                        .err())
                .isEqualTo("""
            a: error: script "V3__typo.sql" failed at line 1, column 1: syntax error at or near "selec"
               --> FOLDER/V3__typo.sql:1:1
              1 | selec 1;
                | ^
              sqlstate: 42601
              state: 1, 2 stayed applied; 3 was rolled back
              help:  correct the script and run `upgrade` again
            b: error: script "V3__typo.sql" failed at line 1, column 1: syntax error at or near "selec", as for a
            """);
    }

    @Test
    void aSchemaThatIsDroppedDuringTheRunIsNotMadeAnew() {
        project.execute("create schema tenant_a; create schema tenant_b");
        project.with("V3__leave.sql", "drop schema if exists tenant_b;");
        assertThat(tenants.run("upgrade", "--schemas", "tenant_*", "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 3
            tenant_a: applied 3 scripts, is at 3  TIME
            2 tenants in TIME
              1  applied 3 scripts, is at 3
              1  failed (3): schema "tenant_b" of app on localhost:PORT was dropped since the run began
            --- stderr
            tenant_b: error: schema "tenant_b" of app on localhost:PORT was dropped since the run began
              state: nothing was changed
              help:  run the command again; to make the schema, create it before
            """);
        assertThat(project.query("select nspname from pg_namespace where nspname like 'tenant%'"))
                .containsExactly("tenant_a");
    }

    private List<String> sleeping() {
        return project.query(
                "select pid from pg_stat_activity where datname = current_database() and query like '%pg_sleep(600)%' and pid <> pg_backend_pid()");
    }
}
