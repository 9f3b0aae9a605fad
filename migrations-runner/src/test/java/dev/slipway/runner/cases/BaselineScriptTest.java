package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.cli.Proved;
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

    @Test
    void historyAndCurrentTellWhatItStandsFor() {
        assertThat(table())
                .containsExactly(
                        "1 fruit passed over",
                        "2 name passed over",
                        "B2 fruit as of 2 (stands for 1, 2) pending",
                        "3 index pending");
        run("upgrade");
        assertThat(table())
                .containsExactly(
                        "1 fruit baseline",
                        "2 name baseline",
                        "B2 fruit as of 2 (stands for 1, 2) baseline",
                        "3 index applied");
        assertThat(run("current").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 3 (head)
              the baseline 2 stands for all revisions up to it
            """);
        assertThat(run("current", "--format", "json").out()).contains("\"baseline\": \"2\"");
        assertThat(run("history", "--format", "json").out()).containsIgnoringWhitespaces("""
            "standsFor": ["1", "2"]\
            """);
        assertThat(run("check").text()).startsWith("exit 0\n");
        scripts.without("V1__fruit.sql").without("V2__name.sql");
        assertThat(table()).containsExactly("2 fruit as of 2 (stands for 2) baseline", "3 index applied");
    }

    @Test
    void whereVersionsWereAppliedHistoryPassesItOver() {
        run("upgrade", "1");
        run("upgrade");
        assertThat(table())
                .containsExactly(
                        "1 fruit applied",
                        "2 name applied",
                        "B2 fruit as of 2 (stands for 1, 2) passed over",
                        "3 index applied");
    }

    @Test
    void belowItNothingIsTakenBack() {
        scripts.with("U1__fruit.sql", "drop table fruit;")
                .with("U2__name.sql", "alter table fruit drop name;")
                .with("U3__index.sql", "drop index fruit_name;");
        run("upgrade");
        assertThat(run("downgrade", "1", "--yes").text()).isEqualTo("""
            exit 3
            --- stderr
            error: 2 cannot be taken back
              V2__name.sql is part of the baseline, and was not applied by a script
              state: nothing was changed
              help:  choose a target from 2 upwards; to go below a baseline, restore a backup, or begin anew with an \
            empty database
            """);
        assertThat(run("downgrade", "2", "--yes").text()).startsWith("exit 0\n");
        assertThat(run("upgrade").text()).contains("applied 3  index");
        flyway().validate();
    }

    @Test
    void aNewRevisionComesAfterIt() {
        scripts.with("B7__as_of_7.sql", "create table fruit (id int primary key, name text);");
        assertThat(Run.offline(scripts.path(), "revision", "-m", "more", "--version-id", "6")
                        .text())
                .contains("B7__as_of_7.sql stands for all versions up to 7");
        assertThat(Run.offline(scripts.path(), "revision", "-m", "more").text()).contains("V8__more.sql");
    }

    @Test
    void aProofShowsThatItLeavesTheSchemaOfItsVersion() {
        assertThat(Proved.on(scripts.path()).text()).contains("4 scripts proved now");
        assertThat(Proved.on(scripts.path(), "--check").text())
                .contains("0 scripts proved now")
                .doesNotContain("B2__");
        assertThat(run("upgrade").text()).startsWith("exit 0\n").doesNotContain("nothing was compared");
        assertThat(run("drift").text()).startsWith("exit 0\n");
        scripts.with(B2, "create table fruit (id int primary key, name text, weight int);");
        assertThat(run("upgrade").text()).contains("nothing to do");
        assertThat(Run.on(PostgresServer.shared().createDatabase(), scripts.path(), "upgrade")
                        .text())
                .contains("B2__fruit_as_of_2.sql was changed since it was proved");
        assertThat(Proved.on(scripts.path()).text())
                .startsWith("exit 1\n")
                .contains("column public.fruit.weight is there after the baseline script, and was not at revision 2");
    }

    @Test
    void whereItsScriptsAreGoneTheProofsBeginWithIt() {
        scripts.without("V1__fruit.sql").without("V2__name.sql");
        assertThat(Proved.on(scripts.path()).text()).contains("2 scripts proved now");
        assertThat(run("upgrade").text()).contains("applied B2  fruit as of 2").doesNotContain("nothing was compared");
        assertThat(run("drift").text()).startsWith("exit 0\n");
        TestDatabase other = PostgresServer.shared().createDatabase();
        other.execute("create table fruit (id int primary key, name text)");
        assertThat(Run.on(other, scripts.path(), "adopt").text()).startsWith("exit 0\n");
        assertThat(Run.on(other, scripts.path(), "upgrade").text()).contains("applied 3  index");
    }

    @Test
    void itMayRunWithoutATransactionAndGoOnAfterAFailure() {
        scripts.with(B2, """
            -- transaction: off
            create table fruit (id int primary key, name text);
            select 1/0;
            """);
        assertThat(run("upgrade").text()).startsWith("exit 6\n");
        assertThat(run("check").text()).contains("B2 (B2__fruit_as_of_2.sql) is applied up to statement 1 of 2");
        assertThat(run("upgrade", "1").text()).startsWith("exit 2\n").contains("finish it first: `upgrade 2`");
        scripts.with(B2, """
            -- transaction: off
            create table fruit (id int primary key, name text);
            select 1;
            """);
        assertThat(run("upgrade").text()).startsWith("exit 0\n").contains("applied B2", "applied 3");
        flyway().validate();
    }

    @Test
    void itMayHavePlaceholdersAndRepeatableScriptsBehindIt() {
        scripts.with(B2, "create table fruit (id int primary key, name text default '${name}');")
                .with("R__names.sql", "create or replace view names as select name from fruit;");
        assertThat(run("upgrade").text()).startsWith("exit 3\n").contains("B2__fruit_as_of_2.sql:1", "name");
        assertThat(run("upgrade", "--placeholder", "name=plum").text())
                .contains("applied B2", "applied 3", "applied R  names");
        assertThat(run("plan", "--placeholder", "name=plum").text()).contains("nothing to do");
    }

    @Test
    void branchesThatItWouldStandForInPartAreRefused() {
        scripts.with("V4__left.sql", "-- revises: 2\nselect 1;")
                .with("B4__as_of_4.sql", "create table fruit (id int primary key, name text);");
        assertThat(run("upgrade").text())
                .startsWith("exit 3\n")
                .contains("B4__as_of_4.sql: it stands for 3, 4, which are ends of different branches");
    }

    @Test
    void theScriptForPsqlBeginsWithIt() {
        scripts.without("V1__fruit.sql");
        assertThat(run("upgrade", "--sql").out())
                .contains("-- B2__fruit_as_of_2.sql", "'SQL_BASELINE'", "-- V3__index.sql")
                .doesNotContain("V2__name.sql");
    }

    private List<String> table() {
        return run("history")
                .out()
                .lines()
                .filter(line -> line.matches("B?\\d.*"))
                .map(line -> line.replaceAll(" {2,}", " ").replaceAll(" MOMENT.*", ""))
                .toList();
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
