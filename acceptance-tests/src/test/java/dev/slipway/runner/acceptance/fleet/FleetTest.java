package dev.slipway.runner.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// One set of scripts for many tenants.
final class FleetTest {
    @RegisterExtension
    private final TenantProject tenants = new TenantProject();

    private final Project project = tenants.project();

    @Test
    void eachSchemaThatMatchesIsATenantWithAHistoryOfItsOwn() {
        project.execute("create schema tenant_a; create schema tenant_b; create schema other");
        assertThat(tenants.run("upgrade", "1", "--schemas", "tenant_?", "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 0
            tenant_a: applied 1 script, is at 1  TIME
            tenant_b: applied 1 script, is at 1  TIME
            2 tenants in TIME
              2  applied 1 script, is at 1
            """);
        assertThat(tenants.run("upgrade", "--url", project.database().url() + "?currentSchema=tenant_b")
                        .exitCode())
                .isZero();
        assertThat(tenants.run("current", "--schemas", "tenant_*").text()).isEqualTo("""
            exit 0
            2 tenants in TIME
              1  is at 1 (1 pending)
              1  is at 2 (head)
            """);
        assertThat(tenants.run("current", "--schemas", "tenant_*", "--check-heads")
                        .exitCode())
                .isEqualTo(1);
        assertThat(tenants.run("upgrade", "--schemas", "tenant_*").text()).isEqualTo("""
            exit 0
            tenant_a: applied 1 script, is at 2  TIME
            2 tenants in TIME
              1  applied 1 script, is at 2
              1  nothing to do, is at 2
            """);
        assertThat(
                        project.query(
                                "select schemaname || '.' || tablename from pg_tables where schemaname !~ '^(pg_|info)' order by 1"))
                .containsExactly(
                        "tenant_a.flyway_schema_history",
                        "tenant_a.people",
                        "tenant_b.flyway_schema_history",
                        "tenant_b.people");
    }

    @Test
    void ofAHostileNameASchemaIsMade() throws IOException {
        String name = "it's; drop \"x\" \\ ${a} $$";
        assertThat(tenants.run("upgrade", "--tenants", tenants.list(name)).exitCode())
                .isZero();
        assertThat(project.query("select schemaname from pg_tables where tablename = 'people'"))
                .containsExactly(name);
    }

    @Test
    void manyAtOnceAreAsOneAfterTheOther() throws IOException {
        List<String> names = IntStream.range(0, 40).mapToObj("t%02d"::formatted).toList();
        String list = tenants.list(names.toArray(String[]::new));
        assertThat(tenants.run("prove").exitCode()).isZero();
        assertThat(tenants.run("upgrade", "--tenants", list, "--parallel", "8").exitCode())
                .isZero();
        assertThat(tenants.run("current", "--tenants", list, "--parallel", "8").text())
                .isEqualTo("""
            exit 0
            40 tenants in TIME
              40  is at 2 (head)
            """);
    }

    @Test
    void shardsTogetherAreAllTenants() throws IOException {
        String list =
                tenants.list(IntStream.range(0, 20).mapToObj("t%d"::formatted).toArray(String[]::new));
        for (int shard = 0; shard < 3; shard++) {
            assertThat(tenants.run("upgrade", "--tenants", list, "--shard", shard + "/3")
                            .exitCode())
                    .isZero();
        }
        assertThat(tenants.run("upgrade", "--tenants", list).text()).isEqualTo("""
            exit 0
            20 tenants in TIME
              20  nothing to do, is at 2
            """);
        assertThat(tenants.run("upgrade", "--tenants", tenants.list("t0"), "--shard", "0/1000")
                        .text())
                .isEqualTo("""
            exit 0
            0 tenants in TIME
            """);
    }

    @Test
    void ofWhatTheServerSaysOnlyWarningsAreTold() throws IOException {
        project.with("V3__talk.sql", "do $$ begin raise notice 'n'; raise info 'i'; raise warning 'careful'; end $$;");
        assertThat(tenants.run("upgrade", "--tenants", tenants.list("a"), "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 0
            a: V3__talk.sql:1: WARNING: careful
            a: applied 3 scripts, is at 3  TIME
            1 tenant in TIME
              1  applied 3 scripts, is at 3
            """);
    }
}
