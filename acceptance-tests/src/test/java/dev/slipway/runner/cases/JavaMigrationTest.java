package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A revision that Java made, and whose class is gone: `java-migrations-of-old-flyway-in-the-history`.
final class JavaMigrationTest {
    private static final List<String> ROWS = List.of(
            "0||SCHEMA|\"app\"||t",
            "1|1|SQL|V1__create_accounts.sql|148776995|t",
            "2|1.1|SPRING_JDBC|com.example.db.V1_1__NormalizeNames||t",
            "3|2|SQL|V2__add_phone.sql|406885796|t");
    private static final String REFUSED = """
        exit 7
        --- stderr
        error: the history does not match the scripts
          revision 1.1 (com.example.db.V1_1__NormalizeNames) is applied, but it was a Java migration of Flyway, \
        and no script of its version stands in for it
          state: nothing was changed
          help:  add a script V1_1__NormalizeNames.sql that stands in for it: where the revision is applied it is \
        never run, so its SQL is for new databases, and a comment alone will do if they need nothing
        """;

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void migrated() throws IOException {
        JavaProject.in(project);
    }

    @Test
    void theHistoryShowsIt() {
        assertThat(project.run("history").out().replaceAll(" {2,}", "  ")).isEqualTo("""
            app on localhost:PORT

            REVISION  DESCRIPTION  STATE  APPLIED  BY  TIME
            1  create accounts  applied  MOMENT  app  TIME
            1.1  NormalizeNames  applied  MOMENT  app  TIME
            2  add phone  applied  MOMENT  app  TIME
            3  add city  pending

            `upgrade` is refused: the history does not match the scripts
              revision 1.1 (com.example.db.V1_1__NormalizeNames) is applied, but it was a Java migration of Flyway, \
            and no script of its version stands in for it
              help:  add a script V1_1__NormalizeNames.sql that stands in for it: where the revision is applied it is \
            never run, so its SQL is for new databases, and a comment alone will do if they need nothing
            """);
    }

    @Test
    void thePositionIsTold() {
        assertThat(project.run("current").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 2 (1 pending)
            `upgrade` is refused: the history does not match the scripts
              revision 1.1 (com.example.db.V1_1__NormalizeNames) is applied, but it was a Java migration of Flyway, \
            and no script of its version stands in for it
              help:  add a script V1_1__NormalizeNames.sql that stands in for it: where the revision is applied it is \
            never run, so its SQL is for new databases, and a comment alone will do if they need nothing
            """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"upgrade", "upgrade 2", "plan", "downgrade 1 --yes", "downgrade base --yes", "stamp 3", "drift"})
    void whateverNeedsItSaysThatItWasJavaAndAsksForAStandIn(String command) {
        assertThat(project.run(command.split(" ")).text()).isEqualTo(REFUSED);
        assertThat(JavaProject.rows(project)).isEqualTo(ROWS);
        assertThat(JavaProject.columns(project)).containsExactly("id", "name", "phone");
    }

    @Test
    void checkFindsIt() {
        assertThat(project.run("check").text()).isEqualTo("""
            exit 1
            app on localhost:PORT: revision 1.1 (com.example.db.V1_1__NormalizeNames) is applied, but it was a Java \
            migration of Flyway, and no script of its version stands in for it
              effect: `upgrade` is refused with exit code 7
              remedy: add a script V1_1__NormalizeNames.sql that stands in for it: where the revision is applied it is \
            never run, so its SQL is for new databases, and a comment alone will do if they need nothing

            app on localhost:PORT: revision 3 is pending
              effect: the database is behind the scripts
              remedy: run `upgrade`

            2 problems: 3 revisions, 1 head; app on localhost:PORT is at 2
            """);
    }

    @Test
    void withTheStandInOnlyWhatIsPendingIsApplied() {
        JavaProject.standIn(project);
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 0
            applied 3  add city  TIME
            applied 1 script in TIME: app on localhost:PORT is at 3
            """);
        assertThat(JavaProject.rows(project))
                .startsWith(ROWS.toArray(String[]::new))
                .last()
                .isEqualTo("4|3|SQL|V3__add_city.sql|-2072386721|t");
        assertThat(project.run("history").out())
                .contains("1.1       NormalizeNames   applied", "3         add city         applied");
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
        assertThat(project.run("check").exitCode()).isZero();
        assertThat(project.run("stamp", "3").exitCode()).isZero();
    }

    @Test
    void aStandInOfACommentAloneWillDo() {
        project.with(JavaProject.STAND_IN, "-- was Java\n");
        assertThat(project.run("upgrade").exitCode()).isZero();
        TestDatabase fresh = PostgresServer.shared().createDatabase();
        project.with("V1_2__names.sql", "select 1;");
        assertThat(Run.on(fresh, project.folder(), "upgrade").exitCode()).isZero();
    }

    /// Flyway tells a revision by its type as well, with the class or without.
    @Test
    void flywayGoesOnBesideTheStandInIfItIgnoresWhatItMisses() {
        JavaProject.standIn(project);
        project.run("upgrade");
        Flyway stock = StockFlyway.on(project.database(), project.folder());
        assertThat(stock.validateWithResult().getAllErrorMessages())
                .contains("Detected applied migration not resolved locally: 1.1.");
        Flyway told = Flyway.configure()
                .configuration(stock.getConfiguration())
                .ignoreMigrationPatterns("*:missing", "*:ignored")
                .load();
        project.with("V4__more.sql", "alter table accounts add more int;");
        assertThat(told.migrate().migrationsExecuted).isEqualTo(1);
        assertThat(project.run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 4\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JDBC      | com.example.V1_1__NormalizeNames | a Java migration of Flyway",
                "SCRIPT    | V1_1__NormalizeNames.ps1         | a script in another language than SQL",
                "CUSTOM    | names                            | a migration of Flyway's type CUSTOM",
                "SQL_STATE | names                            | a migration of Flyway's type SQL_STATE"
            })
    void whateverElseMadeARevisionIsNamed(String type, String script, String kind) {
        project.execute(
                "update flyway_schema_history set type = '%s', script = '%s', checksum = 7 where version = '1.1'"
                        .formatted(type, script));
        assertThat(project.run("upgrade").text())
                .contains(
                        "exit 7",
                        "revision 1.1 (%s) is applied, but it was %s, and no script".formatted(script, kind),
                        "add a script V1_1__NormalizeNames.sql that stands in for it");
        assertThat(project.run("history").out()).contains("1.1       NormalizeNames   applied");
    }

    @Test
    void oneThatFailedIsFinishedByHandFirst() {
        project.execute("update flyway_schema_history set success = false where version = '1.1'");
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 7
            --- stderr
            error: the history does not match the scripts
              revision 1.1 (com.example.db.V1_1__NormalizeNames, of type SPRING_JDBC) was begun by another tool and failed
              state: nothing was changed
              help:  finish by hand what it began, and set success = true in its row; or undo by hand what it did, and \
            delete its row with success = false
            """);
        assertThat(project.run("history").out()).contains("1.1       NormalizeNames   failed");
        JavaProject.standIn(project);
        assertThat(project.run("upgrade").exitCode()).isEqualTo(7);
        project.execute("update flyway_schema_history set success = true");
        assertThat(project.run("upgrade").exitCode()).isZero();
    }

    @Test
    void aRepeatableOneIsPassedOver() {
        JavaProject.standIn(project);
        project.execute("insert into flyway_schema_history values"
                + " (4, null, 'Refill', 'JDBC', 'com.example.R__Refill', null, 'app', now(), 3, true)");
        assertThat(project.run("upgrade").text()).contains("applied 3  add city");
        assertThat(JavaProject.rows(project)).last().isEqualTo("5|3|SQL|V3__add_city.sql|-2072386721|t");
        assertThat(project.run("history").out()).doesNotContain("Refill");
    }
}
