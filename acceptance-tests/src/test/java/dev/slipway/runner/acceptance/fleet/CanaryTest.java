package dev.slipway.runner.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Some tenants go first, and the others only if all goes well.
final class CanaryTest {
    @RegisterExtension
    private final TenantProject tenants = new TenantProject();

    private final Project project = tenants.project();

    @Test
    void whereACanaryFailsNoOtherIsBegun() throws IOException {
        project.execute("create schema b; create table b.people (id int)");
        assertThat(tenants.run("upgrade", "--tenants", tenants.list("a", "b @canary @eu", "c"), "--canary", "@canary")
                        .text())
                .isEqualTo("""
            exit 3
            3 tenants in TIME
              2  not run: a canary failed
              1  failed (3): database app on localhost:PORT has tables but no history
            --- stderr
            b: error: database app on localhost:PORT has tables but no history
              found: people
              state: nothing was changed
              help:  if these tables were made by the scripts, let `adopt` find out how far, or record it with `stamp VERSION`, and run `upgrade` again; if they belong to something else, use an empty database or another schema (currentSchema in DATABASE_URL)
            """);
        project.execute("drop table b.people");
        assertThat(tenants.run(
                                "upgrade",
                                "--tenants",
                                tenants.list("a", "b @eu @canary", "c"),
                                "--canary",
                                "@canary",
                                "--parallel",
                                "1")
                        .text())
                .isEqualTo("""
            exit 0
            b: applied 2 scripts, is at 2  TIME
            a: applied 2 scripts, is at 2  TIME
            c: applied 2 scripts, is at 2  TIME
            3 tenants in TIME
              3  applied 2 scripts, is at 2
            """);
    }

    @Test
    void theGateIsAskedWhenAllCanariesAreDone() throws IOException {
        String list = tenants.list("a", "b", "c", "d");
        assertThat(tenants.run(
                                "upgrade",
                                "--tenants",
                                list,
                                "--canary",
                                "50%",
                                "--parallel",
                                "1",
                                "--gate",
                                "select count(*) > 0 from people")
                        .text())
                .isEqualTo("""
            exit 3
            a: applied 2 scripts, is at 2  TIME
            d: applied 2 scripts, is at 2  TIME
            4 tenants in TIME
              2  failed (3): the gate is closed: it answers with f
              2  not run: a canary failed
            --- stderr
            a: error: the gate is closed: it answers with f
              select count(*) > 0 from people
              state: what was applied to the canaries stayed applied; no other tenant was begun
              help:  run the command again when it answers with true, or take the canaries back with `downgrade`
            d: error: the gate is closed: it answers with f, as for a
            """);
        for (String schema : project.query("select schemaname from pg_tables where tablename = 'people'")) {
            project.execute("insert into %s.people values (1)".formatted(schema));
        }
        assertThat(tenants.run(
                                "upgrade",
                                "--tenants",
                                list,
                                "--canary",
                                "2",
                                "--parallel",
                                "1",
                                "--gate",
                                "select count(*) > 0 from people")
                        .text())
                .isEqualTo("""
            exit 0
            b: applied 2 scripts, is at 2  TIME
            c: applied 2 scripts, is at 2  TIME
            4 tenants in TIME
              2  nothing to do, is at 2
              2  applied 2 scripts, is at 2
            """);
    }

    @Test
    void aGateChangesNothing() throws IOException {
        assertThat(tenants.run(
                                "upgrade",
                                "--tenants",
                                tenants.list("a", "b"),
                                "--canary",
                                "1",
                                "--gate",
                                "delete from people returning true")
                        .text())
                .isEqualTo("""
            exit 3
            a: applied 2 scripts, is at 2  TIME
            2 tenants in TIME
              1  failed (3): the gate is closed: it answers with an error: could not ask: cannot execute DELETE in a read-only transaction
              1  not run: a canary failed
            --- stderr
            a: error: the gate is closed: it answers with an error: could not ask: cannot execute DELETE in a read-only transaction
              delete from people returning true
              state: what was applied to the canaries stayed applied; no other tenant was begun
              help:  run the command again when it answers with true, or take the canaries back with `downgrade`
            """);
    }

    @Test
    void canariesAloneAreAlwaysTheSame() throws IOException {
        String list = tenants.list("a", "b", "c", "d", "e", "f");
        assertThat(tenants.run("upgrade", "--tenants", list, "--canary", "2", "--canary-only", "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 0
            d: applied 2 scripts, is at 2  TIME
            e: applied 2 scripts, is at 2  TIME
            2 tenants in TIME
              2  applied 2 scripts, is at 2
            """);
        assertThat(tenants.run("upgrade", "--tenants", list, "--canary", "20%", "--canary-only")
                        .text())
                .isEqualTo("""
            exit 0
            2 tenants in TIME
              2  nothing to do, is at 2
            """);
    }

    @Test
    void whatIsNoPartOfTheTenantsIsRefused() throws IOException {
        String list = tenants.list("a");
        assertThat(tenants.run("upgrade", "--tenants", list, "--canary", "0%").text())
                .isEqualTo("""
            exit 2
            --- stderr
            error: --canary "0%" is no part of the tenants
              state: nothing was changed
              help:  give a share (5%), a number (3), or a label (@canary)
            """);
        assertThat(tenants.run("upgrade", "--tenants", list, "--canary", "@who").text())
                .isEqualTo("""
            exit 3
            --- stderr
            error: no tenant has label @who
              state: nothing was changed
              help:  write it after one of the tenants: tenant_7 @who
            """);
        assertThat(tenants.run("upgrade", "--tenants", list, "--gate", "select true")
                        .text())
                .isEqualTo("""
            exit 2
            --- stderr
            error: --gate is for the tenants that go first
              state: nothing was changed
              help:  add --canary 5%, or leave it out
            """);
        for (String option : List.of(
                "--stop-after=90m",
                "--per-server=1",
                "--parallel=2",
                "--max-failures=1",
                "--metrics=x",
                "--shard=0/2")) {
            assertThat(tenants.run("upgrade", option).text()).isEqualTo("""
                exit 2
                --- stderr
                error: %s is for many tenants
                  state: nothing was changed
                  help:  add --tenants or --schemas, or leave it out
                """, option.replaceFirst("=.*", ""));
        }
        assertThat(tenants.run("upgrade", "--canary-only").text()).isEqualTo("""
            exit 2
            --- stderr
            error: --canary-only is for many tenants
              state: nothing was changed
              help:  add --tenants or --schemas, or leave it out
            """);
    }

    @Test
    void whenTheTimeIsOverNoOtherIsBegun() throws IOException {
        String list = tenants.list("a", "b");
        assertThat(tenants.run("upgrade", "--tenants", list, "--stop-after", "0s")
                        .text())
                .isEqualTo("""
            exit 9
            2 tenants in TIME
              2  not run: the time of --stop-after was over
            """);
    }
}
