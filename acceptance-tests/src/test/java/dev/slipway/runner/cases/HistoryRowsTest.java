package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.StockFlyway;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows that other tools left in a history: the cousins of `java-migrations-of-old-flyway-in-the-history`.
final class HistoryRowsTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void migrated() {
        project.with("V1__fruit.sql", "create table fruit (id int);")
                .with("V2__name.sql", "alter table fruit add name text;")
                .with("U2__name.sql", "alter table fruit drop name;");
        StockFlyway.on(project.database(), project.folder()).migrate();
    }

    private void insert(int rank, String version, String type, String script, boolean success) {
        project.execute(
                "insert into flyway_schema_history values (%d, %s, 'row', '%s', '%s', null, 'app', now(), 1, %b)"
                        .formatted(rank, version, type, script, success));
    }

    private List<String> rows() {
        return project.query(
                "select installed_rank, version, type, script, success from flyway_schema_history order by 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNDO_SQL", "UNDO_JDBC", "UNDO_SPRING_JDBC", "UNDO_SCRIPT", "UNDO_CUSTOM", "DELETE"})
    void aVersionThatAnotherToolTookBackIsPendingAgain(String type) {
        project.execute("alter table fruit drop name");
        insert(3, "'2'", type, "U2__name.sql", true);
        assertThat(project.run("current").text()).isEqualTo("exit 0\napp on localhost:PORT is at 1 (1 pending)\n");
        assertThat(project.run("history").out()).contains("2         name         pending");
        assertThat(project.run("check").text()).contains("exit 1", "revision 2 is pending", "1 problem");
        assertThat(project.run("upgrade").text()).contains("exit 0", "applied 2  name");
        assertThat(rows()).last().isEqualTo("4|2|SQL|V2__name.sql|t");
        assertThat(project.run("downgrade", "1", "--yes").text()).contains("exit 0", "app on localhost:PORT is at 1");
        assertThat(project.run("stamp", "2").text()).contains("exit 0");
        assertThat(project.run("current").out()).contains("is at 2 (head)");
    }

    @Test
    void whatIsNoScriptAnyMoreAndWasTakenBackIsForgotten() {
        insert(3, "'3'", "JDBC", "com.example.V3__more", true);
        insert(4, "'3'", "UNDO_JDBC", "com.example.U3__more", true);
        assertThat(project.run("upgrade").text()).isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 2\n");
    }

    @Test
    void anUndoThatFailedInAnotherToolIsFinishedByHand() {
        insert(3, "'2'", "UNDO_SQL", "U2__name.sql", false);
        for (String command : List.of("upgrade", "downgrade 1 --yes")) {
            assertThat(project.run(command.split(" ")).text()).isEqualTo("""
                exit 7
                --- stderr
                error: the history does not match the scripts
                  revision 2 (U2__name.sql, of type UNDO_SQL) was begun by another tool and failed
                  state: nothing was changed
                  help:  finish by hand what it began, and set success = true in its row; or undo by hand what it did, \
                and delete its row with success = false
                """);
        }
        assertThat(project.run("history").out()).contains("2         name         failed");
        project.execute("delete from flyway_schema_history where not success");
        assertThat(project.run("upgrade").out()).contains("nothing to do");
    }

    @Test
    void aRevisionThatFlywayRepairedAwayMayComeBack() {
        project.with("V3__more.sql", "alter table fruit add more int;");
        StockFlyway.on(project.database(), project.folder()).migrate();
        project.without("V2__name.sql").without("U2__name.sql");
        StockFlyway.on(project.database(), project.folder()).repair();
        assertThat(rows()).last().isEqualTo("4|2|DELETE|V2__name.sql|t");
        assertThat(project.run("upgrade").text()).isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 3\n");
        project.execute("alter table fruit drop name");
        project.with("V2__names.sql", "alter table fruit add names text;");
        assertThat(project.run("upgrade", "--allow-out-of-order").text()).contains("exit 0", "applied 2  names");
        assertThat(StockFlyway.on(project.database(), project.folder()).migrate().migrationsExecuted)
                .isZero();
    }

    /// Flyways before 4 gave the row of the schema a version, and before 3 a baseline was of type `INIT`.
    @Test
    void rowsOfTheOldestFlywaysAreRead() {
        project.execute("delete from flyway_schema_history");
        insert(-5, "'0'", "SCHEMA", "\"app\"", true);
        insert(1, "'1.0'", "INIT", "<< Flyway Init >>", true);
        insert(40, "'2.0.0'", "SQL", "V2__name.sql", true);
        project.execute("update flyway_schema_history set description = 'name' where type = 'SQL'");
        assertThat(project.run("current").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 2 (head)
              the baseline 1.0 stands for all revisions up to it
            """);
        project.with("V3__more.sql", "alter table fruit add more int;");
        assertThat(project.run("upgrade").text()).contains("exit 0", "applied 3  more");
        assertThat(rows()).last().isEqualTo("41|3|SQL|V3__more.sql|t");
    }

    @Test
    void aHistoryOfTheSchemaAloneHasNothing() {
        project.execute("delete from flyway_schema_history");
        project.execute("drop table fruit");
        insert(0, "'0'", "SCHEMA", "\"app\"", true);
        assertThat(project.run("current").out())
                .isEqualTo("app on localhost:PORT is before the first revision (2 pending)\n");
        assertThat(project.run("downgrade", "base", "--yes").text()).contains("exit 0", "nothing to do");
        assertThat(project.run("upgrade").out()).contains("applied 1  fruit", "applied 2  name");
        assertThat(rows()).containsExactly("0|0|SCHEMA|\"app\"|t", "1|1|SQL|V1__fruit.sql|t", "2|2|SQL|V2__name.sql|t");
    }

    @Test
    void versionsAreOneHoweverTheyAreWritten() {
        project.execute("update flyway_schema_history set version = '0' || version || '.0', installed_rank = 100 -"
                + " installed_rank");
        assertThat(project.run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 2\n");
        project.with("V2_0_1__a.sql", "select 1;")
                .with("V20261126170000__b.sql", "select 1;")
                .with("V99999999999999999999999999.1__c.sql", "select 1;");
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(rows())
                .endsWith(
                        "99|01.0|SQL|V1__fruit.sql|t",
                        "100|2.0.1|SQL|V2_0_1__a.sql|t",
                        "101|20261126170000|SQL|V20261126170000__b.sql|t",
                        "102|99999999999999999999999999.1|SQL|V99999999999999999999999999.1__c.sql|t");
        assertThat(project.run("history").exitCode()).isZero();
        assertThat(project.run("current").out()).contains("is at 99999999999999999999999999.1 (head)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.x", "latest", "-1", "1..2", "v1"})
    void aVersionThatIsNoneIsNamedWithItsRow(String version) {
        insert(3, "'%s'".formatted(version), "SQL", "V3__x.sql", true);
        for (String command : List.of("current", "history", "upgrade")) {
            assertThat(project.run(command).text()).isEqualTo("""
                exit 3
                --- stderr
                error: the history has a row with version "%s", which is no version
                  it is the row of "V3__x.sql" with installed_rank 3
                  state: nothing was changed
                  help:  correct the column version of that row by hand: digits parted by dots, as in 7 or 1.2
                """.formatted(version));
        }
    }
}
