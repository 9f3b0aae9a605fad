package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Psql;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A plain dump as a script, with lines that only `psql` understands: `lines-for-psql-in-a-dump`.
final class DumpLinesTest {
    private static final int SEVENTEEN = 170000;

    @RegisterExtension
    private final Project project = new Project();

    private Path dump(String name) {
        return Case.copied("lines-for-psql-in-a-dump", project.folder()).path().resolve(name);
    }

    private static void assertCustomers(TestDatabase database) {
        assertThat(database.query("select id, name from public.customers order by id"))
                .containsExactly("1|Ada", "2|Grace; and others");
        assertThat(database.query("select public.shout('a'), nextval('public.customers_id_seq')"))
                .containsExactly("A!|3");
    }

    @Test
    void linesThatMeanNothingToTheServerArePassedOver() {
        Run run = Run.on(project.database(), dump("restrict"), "upgrade");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertCustomers(project.database());
    }

    @Test
    void inTheScriptForPsqlTheyAreLeftOut() {
        Program.require("psql", "postgresql-client-15");
        Run plan = Run.offline(dump("restrict"), "upgrade", "base:head", "--sql");
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out()).doesNotContain("restrict");
        Psql psql = Psql.run(project.database(), plan.out());
        assertThat(psql.exitCode()).as(psql.err()).isZero();
        assertCustomers(project.database());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connect | 1 | only psql understands \\connect; take the line out: a run stays in the database of"
                        + " --url",
                "copy | 31 | only psql understands \\copy; write COPY ... FROM STDIN with its rows below, or INSERT",
            })
    void whatWouldChangeMoreIsRefused(String name, int line, String reason) {
        assertThat(Run.on(project.database(), dump(name), "upgrade").text()).isEqualTo("""
            exit 3
            --- stderr
            error: a script has a fault
              FOLDER/V1__baseline.sql:%d: %s
              state: nothing was changed
              help:  correct what is named above and run the command again
            """.formatted(line, reason));
        assertThat(project.query(
                        "select count(*) from pg_class where relname in ('customers', 'flyway_schema_history')"))
                .containsExactly("0");
    }

    @Test
    void aSettingThatOnlyNewerServersKnowIsRefusedByOlderOnes() {
        int version = Integer.parseInt(
                project.query("select current_setting('server_version_num')").getFirst());
        Run run = Run.on(project.database(), dump("newer-pg-dump"), "upgrade");
        if (version >= SEVENTEEN) {
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertCustomers(project.database());
            return;
        }
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err())
                .contains("FOLDER/V1__baseline.sql:4", "SET transaction_timeout = 0", "42704", "rolled back");
        assertThat(project.query("select count(*) from flyway_schema_history")).containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\echo it's; done",
                "\\qecho 'a' \"b",
                "\\warn `date`",
                "\\timing on",
                "\\pset pager off",
                "\\set ON_ERROR_STOP on",
                "\\set ON_ERROR_STOP 1",
                "\\set QUIET true",
                "\\unset ECHO",
                "\\encoding UTF8",
                "\\encoding 'utf-8'",
                "\\dt+ *.*",
                "\\d customers",
                "\\x",
                "  \\t on",
                "\\restrict a\n\\unrestrict a\r",
                "\\echo one \\echo two",
                "\\echo one \\\\ select 'three';",
            })
    void harmlessLines(String line) {
        ScriptFolder scripts = project.scripts()
                .with("V1__a.sql", """
                    -- about a
                    %s
                    create table a (id int);
                    insert into a
                    %s
                    values (1);
                    """.formatted(line, line.contains(";") && !line.contains("it's") ? "" : line));
        Run run = Run.on(project.database(), scripts.path(), "upgrade");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(project.query("select id from a")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\c app",
                "\\i other.sql",
                "\\ir other.sql",
                "\\include other.sql",
                "select 'drop table a' \\gexec",
                "select 1 \\g",
                "select 1 as one \\gset",
                "select 1 \\gdesc",
                "\\if true",
                "\\endif",
                "\\set name value",
                "\\set AUTOCOMMIT off",
                "\\set ON_ERROR_ROLLBACK on",
                "\\unset AUTOCOMMIT",
                "\\encoding LATIN1",
                "\\! rm -rf data",
                "\\cd /tmp",
                "\\o out.txt",
                "\\q",
                "\\r",
                "\\password",
                "\\lo_import picture",
                "\\bind 1",
                "\\prompt name",
                "\\.",
                "select 1\\; select 2;",
                "\\echo one \\c app",
                "\\restrict a \\connect app",
                "\\Echo",
                "select a \\ b;",
                "\\",
            })
    void otherLines(String line) {
        ScriptFolder scripts = project.scripts().with("V1__a.sql", "create table a (id int);\n" + line);
        Run run = Run.on(project.database(), scripts.path(), "upgrade");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("FOLDER/V1__a.sql:2: only psql understands \\");
        assertThat(project.query("select to_regclass('a') is null")).containsExactly("t");
    }

    @Test
    void backslashesInQuotesCommentsAndDataAreNoCommands() {
        ScriptFolder scripts = project.scripts().with("V1__a.sql", """
            -- \\connect app
            /* \\i other.sql */
            create table a (b text, "\\c" text default E'\\\\');
            comment on table a is $$
            \\connect app
            $$;
            copy a from stdin;
            \\\\copy\t\\N
            \\.
            insert into a values ('\\
            \\i x', 'y');
            """);
        Run run = Run.on(project.database(), scripts.path(), "upgrade");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(project.query("select b from a order by b")).containsExactly("\\\n\\i x", "\\copy");
    }
}
