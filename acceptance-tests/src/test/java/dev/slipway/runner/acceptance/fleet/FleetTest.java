package dev.slipway.runner.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// One set of scripts for many tenants.
final class FleetTest {
    @RegisterExtension
    private final Project project = new Project();

    @TempDir
    private Path lists = Path.of("");

    @BeforeEach
    void write() {
        project.with("V1__people.sql", "create table people (id int primary key, name text);")
                .with("V2__email.sql", "alter table people add email text;");
    }

    private String list(String... lines) throws IOException {
        return Files.writeString(lists.resolve("tenants.txt"), String.join("\n", lines))
                .toString();
    }

    private Run run(String... arguments) {
        Run run = project.run(arguments);
        return new Run(run.exitCode(), masked(run.out()), masked(run.err()));
    }

    private String masked(String text) {
        return text.replace(lists.toString(), "LISTS");
    }

    @Test
    void eachSchemaThatMatchesIsATenantWithAHistoryOfItsOwn() {
        project.execute("create schema tenant_a; create schema tenant_b; create schema other");
        assertThat(run("upgrade", "1", "--schemas", "tenant_?", "--parallel", "1")
                        .text())
                .isEqualTo("""
            exit 0
            tenant_a: applied 1 script, is at 1  TIME
            tenant_b: applied 1 script, is at 1  TIME
            2 tenants in TIME
              2  applied 1 script, is at 1
            """);
        assertThat(run("upgrade", "--url", project.database().url() + "?currentSchema=tenant_b")
                        .exitCode())
                .isZero();
        assertThat(run("current", "--schemas", "tenant_*").text()).isEqualTo("""
            exit 0
            2 tenants in TIME
              1  is at 1 (1 pending)
              1  is at 2 (head)
            """);
        assertThat(run("current", "--schemas", "tenant_*", "--check-heads").exitCode())
                .isEqualTo(1);
        assertThat(run("upgrade", "--schemas", "tenant_*").text()).isEqualTo("""
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
        assertThat(run("upgrade", "--tenants", list(name)).exitCode()).isZero();
        assertThat(project.query("select schemaname from pg_tables where tablename = 'people'"))
                .containsExactly(name);
    }

    @Test
    void manyAtOnceAreAsOneAfterTheOther() throws IOException {
        List<String> names = IntStream.range(0, 40).mapToObj("t%02d"::formatted).toList();
        String list = list(names.toArray(String[]::new));
        assertThat(run("prove").exitCode()).isZero();
        assertThat(run("upgrade", "--tenants", list, "--parallel", "8").exitCode())
                .isZero();
        assertThat(run("current", "--tenants", list, "--parallel", "8").text()).isEqualTo("""
            exit 0
            40 tenants in TIME
              40  is at 2 (head)
            """);
    }

    @Test
    void shardsTogetherAreAllTenants() throws IOException {
        String list = list(IntStream.range(0, 20).mapToObj("t%d"::formatted).toArray(String[]::new));
        for (int shard = 0; shard < 3; shard++) {
            assertThat(run("upgrade", "--tenants", list, "--shard", shard + "/3")
                            .exitCode())
                    .isZero();
        }
        assertThat(run("upgrade", "--tenants", list).text()).isEqualTo("""
            exit 0
            20 tenants in TIME
              20  nothing to do, is at 2
            """);
        assertThat(run("upgrade", "--tenants", list("t0"), "--shard", "0/1000").text())
                .isEqualTo("""
            exit 0
            0 tenants in TIME
            """);
    }

    @Test
    void ofWhatTheServerSaysOnlyWarningsAreTold() throws IOException {
        project.with("V3__talk.sql", "do $$ begin raise notice 'n'; raise info 'i'; raise warning 'careful'; end $$;");
        assertThat(run("upgrade", "--tenants", list("a"), "--parallel", "1").text())
                .isEqualTo("""
            exit 0
            a: V3__talk.sql:1: WARNING: careful
            a: applied 3 scripts, is at 3  TIME
            1 tenant in TIME
              1  applied 3 scripts, is at 3
            """);
    }
}
