package dev.slipway.runner.acceptance.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the history has no room for is refused before anything is done, and what it has room for works.
final class HistoryLimitsTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aScript() {
        project.with("V1__a.sql", "create table a (id int);");
    }

    @ParameterizedTest
    @CsvSource({"V, 60", "V, 51", "U, 60", "B, 60"})
    void aVersionThatIsTooLong(String prefix, int digits) {
        String name = prefix + "7".repeat(digits) + "__b.sql";
        project.with(name, "select 1;");
        if (prefix.equals("U")) {
            project.with(name.replaceFirst("U", "V"), "select 1;");
        }
        Run run = Run.on(project.database(), project.folder());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(name + ": its version has %d characters, and the history has room for 50; ".formatted(digits)
                        + "give it a shorter version\n")
                .contains("state: nothing was changed\n");
        assertThat(tables()).isEmpty();
    }

    @Test
    void theLongestVersion() {
        project.with("V" + "7".repeat(50) + "__b.sql", "create table b (id int);");
        assertThat(Run.on(project.database(), project.folder()).exitCode()).isZero();
        assertThat(tables()).containsExactly("a", "b", "flyway_schema_history");
    }

    @Test
    void aPathThatIsTooLong() {
        String folders = ("d".repeat(200) + "/").repeat(5);
        project.with(folders + "V2__b.sql", "create table b (id int);");
        Run run = Run.on(project.database(), project.folder());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("V2__b.sql: its path has 1014 characters, and the history has room for 1000; "
                        + "put it into folders with shorter names\n");
        assertThat(tables()).isEmpty();
    }

    @Test
    void aLongDescriptionIsKeptAsFlywayKeepsIt() {
        String words = "w".repeat(230);
        project.with("V2__" + words + ".sql", "create table b (id int);");
        assertThat(Run.on(project.database(), project.folder()).exitCode()).isZero();
        StockFlyway.on(project.database(), project.folder()).validate();
        assertThat(StockFlyway.on(project.database(), project.folder()).migrate().migrationsExecuted)
                .isZero();
        TestDatabase other = PostgresServer.shared().createDatabase();
        StockFlyway.on(other, project.folder()).migrate();
        assertThat(Run.on(other, project.folder()).out()).contains("nothing to do");
        String rows = "select version, description from flyway_schema_history order by installed_rank";
        assertThat(other.query(rows)).isEqualTo(project.query(rows));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 | has 80 bytes, and PostgreSQL has room for 61",
                "63 | has 63 bytes, and PostgreSQL has room for 61",
                "62 | has 62 bytes, and PostgreSQL has room for 61",
                "0  | a name cannot be empty"
            })
    void aNameOfTheHistoryTableThatCannotBe(int length, String why) {
        for (String command : List.of("upgrade", "current", "stamp", "drift")) {
            Run run = Run.with(
                    Map.of("DATABASE_URL", "postgresql://nobody@localhost:1/app"),
                    command,
                    "--history-table=" + "h".repeat(length),
                    "--locations",
                    project.folder().toString());
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("error: invalid value for option \"--history-table\": ")
                    .contains(why)
                    .contains("state: nothing was changed\n");
        }
    }

    @Test
    void aNameOfTheSchemaThatIsCutByPostgresql() {
        Run run = project.run("--default-schema", "s".repeat(64));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("has 64 bytes, and PostgreSQL has room for 63");
        assertThat(project.run("--default-schema", "s".repeat(63)).exitCode()).isZero();
        assertThat(project.run("--default-schema", "s".repeat(63)).out()).contains("nothing to do");
    }

    @Test
    void theLongestNameOfTheHistoryTable() {
        ProvedScripts.write(project.folder());
        project.with("U1__a.sql", "drop table a;");
        ProvedScripts.write(project.folder());
        String table = "h".repeat(61);
        assertThat(project.run("--history-table", table).text()).startsWith("exit 0\n");
        assertThat(project.run("drift", "--history-table", table).text()).startsWith("exit 0\n");
        assertThat(project.run("downgrade", "--yes", "--history-table", table).text())
                .startsWith("exit 0\n");
        assertThat(project.run("--history-table", table).text()).startsWith("exit 0\n");
        assertThat(tables()).containsExactly("a", table, table + "_f");
    }

    @Test
    void anEmptyHistoryTableIsTheBeginningOfOne() {
        TestDatabase model = PostgresServer.shared().createDatabase();
        StockFlyway.on(model, project.folder()).migrate();
        Run.on(project.database(), project.folder());
        project.execute("delete from flyway_schema_history");
        project.execute("drop table a");
        project.execute("create table other (id int)");
        assertThat(project.run("current").text())
                .isEqualTo("exit 0\napp on localhost:PORT is before the first revision (1 pending)\n");
        assertThat(Run.on(project.database(), project.folder()).exitCode()).isZero();
        String rows = "select installed_rank, version, script from flyway_schema_history";
        assertThat(project.query(rows)).isEqualTo(model.query(rows));
    }

    private List<String> tables() {
        return project.query("select tablename from pg_tables where schemaname = 'public' order by 1");
    }
}
