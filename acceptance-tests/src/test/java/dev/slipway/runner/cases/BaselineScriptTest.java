package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A script that stands for all versions up to its own: `baseline-script`.
final class BaselineScriptTest {
    private static final List<String> BEGUN = List.of(
            "1|2|fruit as of 2|SQL_BASELINE|B2__fruit_as_of_2.sql|-93415231|t",
            "2|3|index|SQL|V3__index.sql|-580335284|t");

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void copied() {
        BaselineProject.in(project);
    }

    @Test
    void anEmptyDatabaseBeginsWithIt() {
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 0
            applied B2  fruit as of 2  TIME
            applied 3  index  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 3
            """);
        assertThat(BaselineProject.history(project)).isEqualTo(BEGUN);
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 0
            nothing to do: app on localhost:PORT is at 3
            """);
    }

    @Test
    void flywayWritesTheSameAndTakesOverEitherWay() {
        BaselineProject.flyway(project).migrate();
        assertThat(BaselineProject.history(project)).isEqualTo(BEGUN);
        assertThat(project.run("upgrade").text()).contains("nothing to do: app on localhost:PORT is at 3");
        project.with("V4__more.sql", "alter table fruit add more int;");
        assertThat(project.run("upgrade").text()).contains("applied 4  more");
        assertThat(states())
                .containsExactly(
                        "SQL 1 Below Baseline",
                        "SQL 2 Ignored (Baseline)",
                        "SQL_BASELINE 2 Baseline",
                        "SQL 3 Success",
                        "SQL 4 Success");
        project.with("V5__even_more.sql", "alter table fruit add even_more int;");
        BaselineProject.flyway(project).validateWithResult();
        assertThat(BaselineProject.flyway(project).migrate().migrationsExecuted).isEqualTo(1);
        assertThat(project.run("current").text()).contains("at 5");
    }

    @Test
    void whatHasVersionsPassesItOver() {
        project.run("upgrade", "1");
        assertThat(BaselineProject.history(project)).containsExactly("1|1|fruit|SQL|V1__fruit.sql|466042606|t");
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 0
            applied 2  name  TIME
            applied 3  index  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 3
            """);
        BaselineProject.flyway(project).validate();
        assertThat(BaselineProject.flyway(project).migrate().migrationsExecuted).isZero();
    }

    @Test
    void theHighestThatLeadsNoFurtherThanTheTargetIsTaken() {
        project.with("V4__kind.sql", "alter table fruit add kind text;")
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
        project.without("V1__fruit.sql").without("V2__name.sql");
        assertThat(project.run("upgrade").text()).contains("applied B2  fruit as of 2", "is at 3");
        assertThat(BaselineProject.history(project)).isEqualTo(BEGUN);
        BaselineProject.flyway(project).validate();
        assertThat(BaselineProject.flyway(project).migrate().migrationsExecuted).isZero();
    }

    @Test
    void theScriptsItStandsForMayBeGoneWhereTheyWereApplied() {
        project.without(BaselineProject.B2);
        project.run("upgrade");
        project.without("V1__fruit.sql").without("V2__name.sql").with(BaselineProject.B2, "create table fruit ();");
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 0
            nothing to do: app on localhost:PORT is at 3
            """);
        project.with("V4__more.sql", "alter table fruit add more int;");
        assertThat(project.run("upgrade").text()).contains("applied 4  more");
    }

    @Test
    void whatIsBelowAndHasNoWayOnIsRefused() {
        project.without(BaselineProject.B2);
        project.run("upgrade", "1");
        project.without("V1__fruit.sql").without("V2__name.sql").with(BaselineProject.B2, "create table fruit ();");
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 3
            --- stderr
            error: the scripts begin with B2__fruit_as_of_2.sql, which only an empty database can run
              the database is at 1, and the scripts that lead from there to 2 are gone
              state: nothing was changed
              help:  bring it to 2 with the scripts of an older release, which still has those up to 2, and run \
            `upgrade` again; if it has everything already that B2__fruit_as_of_2.sql makes, record that with `stamp 2`
            """);
        project.execute("alter table fruit add name text");
        assertThat(project.run("stamp", "2").text()).startsWith("exit 0\n");
        assertThat(BaselineProject.history(project))
                .last()
                .isEqualTo("2|2|fruit as of 2|SQL_BASELINE|B2__fruit_as_of_2.sql|2060619286|t");
        assertThat(project.run("upgrade").text()).contains("applied 3  index");
    }

    @Test
    void itMayRunWithoutATransactionAndGoOnAfterAFailure() {
        project.with(BaselineProject.B2, """
            -- transaction: off
            create table fruit (id int primary key, name text);
            select 1/0;
            """);
        assertThat(project.run("upgrade").text()).startsWith("exit 6\n");
        assertThat(project.run("check").text())
                .contains("B2 (B2__fruit_as_of_2.sql) is applied up to statement 1 of 2");
        assertThat(project.run("upgrade", "1").text()).startsWith("exit 2\n").contains("finish it first: `upgrade 2`");
        project.with(BaselineProject.B2, """
            -- transaction: off
            create table fruit (id int primary key, name text);
            select 1;
            """);
        assertThat(project.run("upgrade").text()).startsWith("exit 0\n").contains("applied B2", "applied 3");
        BaselineProject.flyway(project).validate();
    }

    @Test
    void itMayHavePlaceholdersAndRepeatableScriptsBehindIt() {
        project.with(BaselineProject.B2, "create table fruit (id int primary key, name text default '${name}');")
                .with("R__names.sql", "create or replace view names as select name from fruit;");
        assertThat(project.run("upgrade").text()).startsWith("exit 3\n").contains("B2__fruit_as_of_2.sql:1", "name");
        assertThat(project.run("upgrade", "--placeholder", "name=plum").text())
                .contains("applied B2", "applied 3", "applied R  names");
        assertThat(project.run("plan", "--placeholder", "name=plum").text()).contains("nothing to do");
    }

    private List<String> states() {
        return Arrays.stream(BaselineProject.flyway(project).info().all())
                .map((MigrationInfo info) -> "%s %s %s"
                        .formatted(
                                info.getType(),
                                info.getVersion(),
                                info.getState().getDisplayName()))
                .toList();
    }

    /// What a run applies to an empty database.
    private List<String> applied(String... arguments) {
        Run run = Run.on(PostgresServer.shared().createDatabase(), project.folder(), arguments);
        return run.out()
                .lines()
                .filter(line -> line.startsWith("applied ") && !line.contains(" script"))
                .map(line -> line.split(" ", -1)[1])
                .toList();
    }
}
