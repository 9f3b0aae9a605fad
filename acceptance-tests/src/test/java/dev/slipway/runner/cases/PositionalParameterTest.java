package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Psql;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What looks like a quote to a simple splitter and is none, or the other way round:
/// `positional-parameter-outside-quotes`.
final class PositionalParameterTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeAll
    static void needsPsql() {
        Program.require("psql", "postgresql-client-15");
    }

    @BeforeEach
    void copyScripts() {}

    @Test
    void parametersOpenNoQuote(@TempDir Path folder) {
        Path rates = Case.copied("positional-parameter-outside-quotes", folder).path();
        Run run = Run.on(project.database(), rates, "upgrade");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertRates(project.database());

        TestDatabase other = PostgresServer.shared().createDatabase();
        Run plan = Run.offline(rates, "upgrade", "base:head", "--sql");
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        Psql psql = Psql.run(other, plan.out());
        assertThat(psql.exitCode()).as(psql.err()).isZero();
        assertRates(other);
    }

    private static void assertRates(TestDatabase database) {
        assertThat(database.query("select code, percent from rates order by percent"))
                .containsExactly("none|1", "reduced|8", "full|20");
        assertThat(database.query("select net(100, 19)::int, gross(100)::int")).containsExactly("81|119");
        assertThat(database.query("select indisvalid from pg_index where indexrelid = 'rates_percent'::regclass"))
                .containsExactly("t");
        assertThat(database.query("select version from flyway_schema_history where success order by installed_rank"))
                .containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create function f(int) returns int language sql begin atomic select $1; end;",
                "create function f(int) returns int language sql begin atomic"
                        + " select case when $1 > 0 then case when $1 > 1 then 2 else 1 end else 0 end; end;",
                "create function f(a$1 int) returns int language sql return a$1;",
                "create function f(int) returns text language sql as $größe$ select $$;$$ || $1; $größe$;",
                "create function f(int) returns text language sql as e'select e\\'\\\\\\';\\' || $1';",
                "create procedure f(int) language sql begin atomic end;",
                "create or replace function f(int) returns text language sql\nbegin /* ; */ atomic\n"
                        + " select 'end;' as \"end\"; end;",
                "set standard_conforming_strings = off;\ncreate function f(int) returns text language sql"
                        + " as 'select \\';\\'::text';\nset standard_conforming_strings = on;",
                "create view f as (select 1 as one) union (select 2);",
                "create table f (id int);\ncreate rule r as on insert to f do also (notify a; notify b);",
            })
    void whatFollowsIsSeen(String awkward) {
        project.with("V1__awkward.sql", awkward + "\n" + """
            create table rows (a text);
            copy rows /* from; */ (
                a) FROM
              -- stdin;
              STDIN
              WITH (format text);  -- rows
            it's; $1 /*
            \\.
            insert into rows values ('a''b;\\');
            """);
        Run run = project.run("upgrade");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(project.query("select a from rows order by a")).containsExactly("a'b;\\", "it's; $1 /*");
    }

    @Test
    void aCommitBehindAParameterIsSeen() {
        project.with("V1__a.sql", "create table t (a int);\ncommit;\nprepare p (int) as select $1;\nselect 1/0;");
        assertThat(project.run("upgrade").err()).doesNotContain("was rolled back");
    }
}
