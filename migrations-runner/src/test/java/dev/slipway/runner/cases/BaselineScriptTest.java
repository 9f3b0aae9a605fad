package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.cli.Run;
import dev.slipway.runner.cli.ScriptFolder;
import dev.slipway.runner.cli.StockFlyway;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A script that stands for all versions up to its own: `baseline-script`.
final class BaselineScriptTest {
    private static final String B2 = "B2__fruit_as_of_2.sql";
    private static final List<String> BEGUN = List.of(
            "1|2|fruit as of 2|SQL_BASELINE|B2__fruit_as_of_2.sql|-93415231|t",
            "2|3|index|SQL|V3__index.sql|-580335284|t");

    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void copied(@TempDir Path folder) {
        scripts = Case.copied("baseline-script", folder);
    }

    @Test
    void anEmptyDatabaseBeginsWithIt() {
        assertThat(run("upgrade").text()).isEqualTo("""
            exit 0
            applied B2  fruit as of 2  TIME
            applied 3  index  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 3
            nothing was compared with what was proved: there is no manifest
            """);
        assertThat(history()).isEqualTo(BEGUN);
        assertThat(run("upgrade").text()).isEqualTo("""
            exit 0
            nothing to do: app on localhost:PORT is at 3
            """);
    }

    @Test
    void flywayWritesTheSameAndTakesOverEitherWay() {
        flyway().migrate();
        assertThat(history()).isEqualTo(BEGUN);
        assertThat(run("upgrade").text()).contains("nothing to do: app on localhost:PORT is at 3");
        scripts.with("V4__more.sql", "alter table fruit add more int;");
        assertThat(run("upgrade").text()).contains("applied 4  more");
        assertThat(states())
                .containsExactly(
                        "SQL 1 Below Baseline",
                        "SQL 2 Ignored (Baseline)",
                        "SQL_BASELINE 2 Baseline",
                        "SQL 3 Success",
                        "SQL 4 Success");
        scripts.with("V5__even_more.sql", "alter table fruit add even_more int;");
        flyway().validateWithResult();
        assertThat(flyway().migrate().migrationsExecuted).isEqualTo(1);
        assertThat(run("current").text()).contains("at 5");
    }

    @Test
    void whatHasVersionsPassesItOver() {
        run("upgrade", "1");
        assertThat(history()).containsExactly("1|1|fruit|SQL|V1__fruit.sql|466042606|t");
        assertThat(run("upgrade").text()).isEqualTo("""
            exit 0
            applied 2  name  TIME
            applied 3  index  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 3
            nothing was compared with what was proved: there is no manifest
            """);
        flyway().validate();
        assertThat(flyway().migrate().migrationsExecuted).isZero();
    }

    @Test
    void theHighestThatLeadsNoFurtherThanTheTargetIsTaken() {
        scripts.with("V4__kind.sql", "alter table fruit add kind text;")
                .with("V5__size.sql", "alter table fruit add size int;")
                .with("B4__as_of_4.sql", """
                    create table fruit (id int primary key, name text, kind text);
                    create index fruit_name on fruit (name);
                    """);
        assertThat(applied("upgrade")).containsExactly("B4", "5");
        assertThat(applied("upgrade", "4")).containsExactly("B4");
        assertThat(applied("upgrade", "3")).containsExactly("B2", "3");
        assertThat(applied("upgrade", "2")).containsExactly("B2");
        assertThat(applied("upgrade", "1")).containsExactly("1");
        assertThat(applied("upgrade", "+1")).containsExactly("1");
        assertThat(applied("upgrade", "+3")).containsExactly("B2", "3");
    }

    @Test
    void theScriptsItStandsForMayBeGone() {
        scripts.without("V1__fruit.sql").without("V2__name.sql");
        assertThat(run("upgrade").text()).contains("applied B2  fruit as of 2", "is at 3");
        assertThat(history()).isEqualTo(BEGUN);
        flyway().validate();
        assertThat(flyway().migrate().migrationsExecuted).isZero();
    }

    @Test
    void theScriptsItStandsForMayBeGoneWhereTheyWereApplied() {
        scripts.without(B2);
        run("upgrade");
        scripts.without("V1__fruit.sql").without("V2__name.sql").with(B2, "create table fruit ();");
        assertThat(run("upgrade").text()).isEqualTo("""
            exit 0
            nothing to do: app on localhost:PORT is at 3
            """);
        scripts.with("V4__more.sql", "alter table fruit add more int;");
        assertThat(run("upgrade").text()).contains("applied 4  more");
    }

    @Test
    void whatIsBelowAndHasNoWayOnIsRefused() {
        scripts.without(B2);
        run("upgrade", "1");
        scripts.without("V1__fruit.sql").without("V2__name.sql").with(B2, "create table fruit ();");
        assertThat(run("upgrade").text()).isEqualTo("""
            exit 3
            --- stderr
            error: the scripts begin with B2__fruit_as_of_2.sql, which only an empty database can run
              the database is at 1, and the scripts that lead from there to 2 are gone
              state: nothing was changed
              help:  bring it to 2 with the scripts of an older release, which still has those up to 2, and run \
            `upgrade` again; if it has everything already that B2__fruit_as_of_2.sql makes, record that with `stamp 2`
            """);
        database.execute("alter table fruit add name text");
        assertThat(run("stamp", "2").text()).startsWith("exit 0\n");
        assertThat(history()).last().isEqualTo("2|2|fruit as of 2|SQL_BASELINE|B2__fruit_as_of_2.sql|2060619286|t");
        assertThat(run("upgrade").text()).contains("applied 3  index");
    }

    private List<String> states() {
        return Arrays.stream(flyway().info().all())
                .map((MigrationInfo info) -> "%s %s %s"
                        .formatted(
                                info.getType(),
                                info.getVersion(),
                                info.getState().getDisplayName()))
                .toList();
    }

    private Flyway flyway() {
        return StockFlyway.on(database, scripts.path());
    }

    private Run run(String... arguments) {
        return Run.on(database, scripts.path(), arguments);
    }

    /// What a run applies to an empty database.
    private List<String> applied(String... arguments) {
        Run run = Run.on(PostgresServer.shared().createDatabase(), scripts.path(), arguments);
        return run.out()
                .lines()
                .filter(line -> line.startsWith("applied ") && !line.contains(" script"))
                .map(line -> line.split(" ")[1])
                .toList();
    }

    private List<String> history() {
        return database.query("select installed_rank, version, description, type, script, checksum, success"
                + " from flyway_schema_history order by 1");
    }
}
