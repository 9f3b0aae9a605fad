package dev.slipway.runner.acceptance.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Which tenants there are.
final class TenantListTest {
    @RegisterExtension
    private final TenantProject tenants = new TenantProject();

    private final Project project = tenants.project();

    @Test
    void tenantsMayBeDatabasesAndNoPasswordIsTold() throws IOException {
        TestDatabase other = project.database().server().createDatabase();
        TestDatabase wrong = project.database().server().createDatabase();
        Run run = tenants.run(
                "upgrade",
                "--parallel",
                "1",
                "--tenants",
                tenants.list(project.database().url(), other.url(), wrong.url().replaceFirst(":[^:@/]+@", ":hidden@")));
        assertThat(run.text().replace(other.name(), "OTHER").replace(wrong.name(), "WRONG"))
                .isEqualTo("""
            exit 4
            app on localhost:PORT: applied 2 scripts, is at 2  TIME
            OTHER on localhost:PORT: applied 2 scripts, is at 2  TIME
            WRONG on localhost:PORT: waiting for WRONG on localhost:PORT: user or password is wrong (TIME of 1 min TIME)
            3 tenants in TIME
              2  applied 2 scripts, is at 2
              1  failed (4): database WRONG on localhost:PORT is not usable: user or password is wrong
            --- stderr
            WRONG on localhost:PORT: error: database WRONG on localhost:PORT is not usable: user or password is wrong
              server: password authentication failed for user "WRONG" (SQLSTATE 28P01)
              state: nothing was changed; gave up after TIME and 2 attempts
              help:  correct the URL, DATABASE_USER and DATABASE_PASSWORD, or the password file
            """);
    }

    @Test
    void allFaultsOfAListAreToldAtOnce() throws IOException {
        assertThat(tenants.run(
                                "upgrade",
                                "--tenants",
                                tenants.list("a", "postgresql://me:hidden@host:port/app", "a", "x".repeat(64)))
                        .text())
                .isEqualTo("""
            exit 2
            --- stderr
            error: LIST has 3 faults
              line 2: the URL "postgresql://me:***@host:port/app": the port "port" is not a number from 1 to 65535; for example postgresql://app@db:5432/app with the password in DATABASE_PASSWORD
              line 3: "a" is the tenant of line 1
              line 4: "%s" has 64 bytes, and PostgreSQL has room for 63
              state: nothing was changed
              help:  write one tenant a line: postgresql://user@host/database, or the name of a schema
            """.formatted("x".repeat(64)));
    }

    @Test
    void noTenantIsAMistake() throws IOException {
        assertThat(tenants.run("upgrade", "--schemas", "none_*").text()
                        + tenants.run("upgrade", "--tenants", tenants.list("# none"))
                                .text()
                        + tenants.run("upgrade", "--tenants", "missing.txt").text()
                        + tenants.run("upgrade", "--tenants", tenants.list("a"), "--schemas", "*")
                                .text()
                        + tenants.run("upgrade", "--tenants", tenants.list("a"), "--default-schema", "b")
                                .text()
                        + tenants.run("upgrade", "--tenants", tenants.list("a"), "--parallel", "0")
                                .text()
                        + tenants.run("upgrade", "--tenants", tenants.list("a"), "--backup", "always")
                                .text()
                        + tenants.run("upgrade", "--tenants", tenants.list("a"), "--sql")
                                .text()
                        + tenants.run("upgrade", "--shard", "0/2").text())
                .isEqualTo("""
            exit 3
            --- stderr
            error: no schema of app on localhost:PORT matches "none_*"
              state: nothing was changed
              help:  correct --schemas, in which * stands for any text and ? for one character
            exit 3
            --- stderr
            error: there is no tenant in LIST
              state: nothing was changed
              help:  write one tenant a line: postgresql://user@host/database, or the name of a schema
            exit 2
            --- stderr
            error: file "missing.txt" cannot be read: there is no such file
              state: nothing was changed
              help:  correct --tenants
            exit 2
            --- stderr
            error: --tenants and --schemas are both given
              state: nothing was changed
              help:  leave out one of them
            exit 2
            --- stderr
            error: --default-schema is for one schema
              state: nothing was changed
              help:  leave it out: each tenant has its own
            exit 2
            --- stderr
            error: --parallel 0 leaves nothing to do
              state: nothing was changed
              help:  give 1 or more
            exit 2
            --- stderr
            error: --backup is for one database
              state: nothing was changed
              help:  write backups of the tenants' databases with `backup`
            exit 2
            --- stderr
            error: --sql is for one database
              state: nothing was changed
              help:  leave out --tenants and --schemas; the script is the same for each tenant
            exit 2
            --- stderr
            error: --shard is for many tenants
              state: nothing was changed
              help:  add --tenants or --schemas, or leave it out
            """);
    }

    @Test
    void whatTheEnvironmentSaysOfManyIsPassedOverForOne() {
        Run run = Run.with(
                Map.of(
                        "DATABASE_URL", project.database().url(),
                        "SLIPWAY_LOCATIONS", "filesystem:" + project.folder(),
                        "SLIPWAY_PARALLEL", "8",
                        "SLIPWAY_SHARD", "/20",
                        "SLIPWAY_CANARY", "1"),
                "upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
    }

    @Test
    void whatAnUrlDoesNotGiveTheEnvironmentGivesForAll() throws IOException {
        TestDatabase app = project.database();
        String address = "localhost:%d/%s".formatted(app.server().port(), app.name());
        String list = tenants.list(
                "postgresql://%s?currentSchema=c".formatted(address),
                "postgresql://%s:wrong@%s?currentSchema=a".formatted(app.owner(), address),
                "postgresql://%s@%s?currentSchema=b".formatted(app.owner(), address));
        Map<String, String> environment = Map.of(
                "DATABASE_URL",
                "postgresql://elsewhere",
                "PGHOST",
                "elsewhere",
                "PGDATABASE",
                "other",
                "DATABASE_USER",
                app.owner(),
                "DATABASE_PASSWORD",
                app.password(),
                "SLIPWAY_LOCATIONS",
                project.folder().toString());
        Run run = Run.with(environment, "upgrade", "--tenants", list, "--parallel", "1")
                .masked(app, project.folder());
        assertThat(run.out()).isEqualTo("""
            app on localhost:PORT, schema c: applied 2 scripts, is at 2  TIME
            app on localhost:PORT, schema a: waiting for app on localhost:PORT: user or password is wrong (TIME of 1 min TIME)
            app on localhost:PORT, schema b: applied 2 scripts, is at 2  TIME
            3 tenants in TIME
              2  applied 2 scripts, is at 2
              1  failed (4): database app on localhost:PORT is not usable: user or password is wrong
            """);
    }

    @Test
    void aQueryNamesTheTenants() {
        project.execute("create table public.customers (name text, plan text);"
                + " insert into customers values ('\"q\"', 'free'), ('# b', 'gold eu'), ('c', null)");
        assertThat(tenants.run(
                                "upgrade",
                                "--tenants-query",
                                "select name, plan from customers order by name",
                                "--parallel",
                                "1",
                                "--canary",
                                "@gold")
                        .text())
                .isEqualTo("""
            exit 0
            # b: applied 2 scripts, is at 2  TIME
            "q": applied 2 scripts, is at 2  TIME
            c: applied 2 scripts, is at 2  TIME
            3 tenants in TIME
              3  applied 2 scripts, is at 2
            """);
        assertThat(tenants.run("current", "--tenants-query", "select name from customers union all select 'c'")
                        .text())
                .isEqualTo("""
            exit 2
            --- stderr
            error: --tenants-query has 1 fault
              row 4: "c" is the tenant of row 3
              state: nothing was changed
              help:  write one tenant a line: postgresql://user@host/database, or the name of a schema
            """);
        assertThat(tenants.run("current", "--tenants-query", "selekt").text()).isEqualTo("""
            exit 4
            --- stderr
            error: could not run --tenants-query: syntax error at or near "selekt"
              sqlstate: 42601
              state: nothing was changed
              help:  see the server's message and its log
            """);
        assertThat(tenants.run("current", "--tenants-query", "select name from customers where false")
                        .text())
                .isEqualTo("""
            exit 3
            --- stderr
            error: there is no tenant in the rows of --tenants-query
              state: nothing was changed
              help:  write one tenant a line: postgresql://user@host/database, or the name of a schema
            """);
        assertThat(tenants.run("current", "--tenants-query", "select 1", "--schemas", "a")
                        .text())
                .isEqualTo("""
            exit 2
            --- stderr
            error: --tenants-query and --schemas are both given
              state: nothing was changed
              help:  leave out one of them
            """);
    }
}
