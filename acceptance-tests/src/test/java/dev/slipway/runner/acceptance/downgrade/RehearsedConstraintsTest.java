package dev.slipway.runner.acceptance.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.OtherSession;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// When constraints are checked in a rehearsal: as in the transactions that its scripts run in for good.
final class RehearsedConstraintsTest {
    private static final String EARLY =
            "insert into children values (%1$d, %1$d);\ninsert into parents values (%1$d);\n";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__tables.sql", """
                    create table parents (id int primary key);
                    create table children (
                        id int primary key,
                        parent int constraint of_parent references parents deferrable initially deferred
                    );
                    """)
                .with("V2__second.sql", "create table second (id int);")
                .with("U2__second.sql", EARLY.formatted(2))
                .with("V3__third.sql", "create table third (id int);")
                .with("U3__third.sql", EARLY.formatted(3));
        assertThat(project.run("upgrade").exitCode()).isZero();
    }

    @Test
    void theyAreDeferredInEachScript() {
        succeeds();
        assertThat(project.query("select id from children order by id")).containsExactly("2", "3");
    }

    @Test
    void whatAScriptSetsEndsWithIt() {
        project.with("U3__third.sql", "set constraints all immediate;");
        succeeds();
    }

    @Test
    void whatAScriptSetsEndsWithTheTransactionThatItCommits() {
        project.with("U3__third.sql", """
            -- transaction: off
            begin;
            set constraints all immediate;
            delete from children;
            commit;
            begin;
            %s
            commit;
            """.formatted(EARLY.formatted(3)));
        succeeds();
    }

    @Test
    void whatATransactionOfAScriptBreaksIsFoundAtItsCommit() {
        project.with("U3__third.sql", """
            -- transaction: off
            begin;
            insert into children values (3, 3);
            commit;
            insert into parents values (3);
            """);
        assertThat(project.run("downgrade", "1", "--yes").text()).isEqualTo("""
            exit 6
            --- stderr
            error: script "U3__third.sql" failed at line 4, column 1: insert or update on table "children" violates foreign key constraint "of_parent"
               --> FOLDER/U3__third.sql:4:1
              4 | commit;
                | ^
              sqlstate: 23503
              detail: Key (parent)=(3) is not present in table "parents".
              state: this run took nothing back; U3 was rolled back
              help:  correct the script and run `downgrade` again
            """);
    }

    @Test
    void whatAScriptBreaksIsFound() {
        project.with("U2__second.sql", "insert into children values (2, 2);");
        Run run = project.run("downgrade", "1", "--yes");
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).contains("violates foreign key constraint \"of_parent\"", "took nothing back");
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
    }

    @Test
    void theyAreDeferredThoughAnotherOfTheSameNameCannotBe() {
        project.execute("create table cousins (parent int constraint of_parent references parents)");
        succeeds();
    }

    @Test
    void thoseThatAScriptMakesAreDeferred() {
        project.with("U2__second.sql", """
            create table grandchildren (child int references children deferrable initially deferred);
            insert into grandchildren values (7);
            insert into children values (7, 3);
            """);
        succeeds();
    }

    @Test
    void thoseThatAreInitiallyImmediateStaySo() {
        project.execute("alter table children alter constraint of_parent deferrable initially immediate");
        project.with("U3__third.sql", "set constraints all deferred;\n" + EARLY.formatted(3))
                .with("U2__second.sql", EARLY.formatted(2));
        Run run = project.run("downgrade", "1", "--yes");
        assertThat(run.err()).startsWith("error: script \"U2__second.sql\" failed at line 1, column 1: insert or ");
        assertThat(run.err()).contains("took nothing back");
    }

    @Test
    void thoseOfASchemaThatTheRoleMayNotUseAreNotInTheWay() throws Exception {
        try (Connection connection = PostgresServer.shared()
                        .connectAsSuperuser(project.database().name());
                Statement statement = connection.createStatement()) {
            statement.execute("create schema hidden; create table hidden.a (id int unique deferrable);"
                    + " create table hidden.b (id int unique deferrable initially deferred)");
        }
        succeeds();
    }

    @Test
    void thoseOfTemporaryTablesOfOthersAreNotInTheWay() throws Exception {
        try (OtherSession _ = OtherSession.on(
                project.database(),
                "create temp table a (id int unique deferrable)",
                "create temp table b (id int unique deferrable initially deferred)",
                "commit")) {
            succeeds();
        }
    }

    private void succeeds() {
        Run run = project.run("downgrade", "1", "--yes");
        assertThat(run.exitCode()).as(run.text()).isZero();
    }
}
