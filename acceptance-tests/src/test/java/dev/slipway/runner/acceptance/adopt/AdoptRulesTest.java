package dev.slipway.runner.acceptance.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.postgres.Histories;
import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.lock.RunLock;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What an adoption does not guess.
final class AdoptRulesTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("V2__first_user.sql", "insert into users values (1);")
                .with("V3__email.sql", "alter table users add email text;")
                .with("V4__phone.sql", "-- revises: 2\nalter table users add phone text;");
    }

    @Test
    void severalRevisionsWithOneSchemaAreNamedAndOneHasToBeChosen() {
        ProvedScripts.write(project.folder());
        project.execute("create table users (id int)");
        assertThat(project.run("adopt").text()).isEqualTo("""
            exit 3
            --- stderr
            error: the schema of database app on localhost:PORT matches several revisions: 1, 2
              the scripts between them change rows only
              state: nothing was changed
              help:  look at the rows that those scripts change, and name the last one that ran: `adopt 2`
            """);
        assertThat(project.run("adopt", "2").text()).isEqualTo("""
            exit 0
            recording 1  users (not run)
            recording 2  first user (not run)
            adopted: app on localhost:PORT is at 2, whose schema it has (2 objects)
            """);
    }

    @Test
    void branchesAndAllHeadsArePositions() {
        ProvedScripts.write(project.folder());
        project.execute("create table users (id int, phone text)");
        assertThat(project.run("adopt", "--dry-run").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 4, whose schema it has (3 objects)
            1, 2, 4 would be recorded, were it not for --dry-run: nothing was changed
            """);
        project.execute("alter table users add email text");
        assertThat(project.run("adopt").text()).isEqualTo("""
            exit 0
            recording 1  users (not run)
            recording 2  first user (not run)
            recording 3  email (not run)
            recording 4  phone (not run)
            adopted: app on localhost:PORT is at 3, 4, whose schema it has (4 objects)
            """);
    }

    @Test
    void aTableOfSomethingElseHasNothingInCommon() {
        ProvedScripts.write(project.folder());
        project.execute("create table invoices (id int)");
        assertThat(project.run("adopt").text()).isEqualTo("""
            exit 3
            --- stderr
            error: the schema of database app on localhost:PORT matches no revision
              no revision has any of its objects
              state: nothing was changed
              help:  use the scripts that this database was made with
            """);
    }

    @Test
    void alembicBeforeItsFirstRevisionIsBeforeOurs() {
        ProvedScripts.write(project.folder());
        project.execute("create table alembic_version (version_num varchar(32))");
        assertThat(project.run("adopt", "--dry-run").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is before the first revision, whose schema it has (0 objects)
            an empty history would be made, were it not for --dry-run: nothing was changed
            """);
        assertThat(project.run("adopt").text()).isEqualTo("""
            exit 0
            adopted: app on localhost:PORT is before the first revision, whose schema it has (0 objects)
            """);
        assertThat(project.run("upgrade", "heads").exitCode()).isZero();
    }

    @Test
    void anEmptyDatabaseNeedsNoAdoption() {
        ProvedScripts.write(project.folder());
        assertThat(project.run("adopt").text()).isEqualTo("""
            exit 0
            nothing to adopt: app on localhost:PORT is empty, and `upgrade` makes its schema
            """);
        assertThat(project.run("upgrade", "1").exitCode()).isZero();
    }

    @Test
    void aHistoryIsNotDoubted() {
        ProvedScripts.write(project.folder());
        project.run("upgrade", "3");
        assertThat(project.run("adopt", "3").text()).isEqualTo("""
            exit 0
            nothing to adopt: app on localhost:PORT is at 3, says its history
            """);
        assertThat(project.run("adopt", "4").text()).isEqualTo("""
            exit 3
            --- stderr
            error: database app on localhost:PORT has a history already, and is at 3
              state: nothing was changed
              help:  `drift` tells whether its schema is the proved one of 3, `upgrade` and `downgrade` lead elsewhere, and `stamp --purge` corrects a history that is wrong
            """);
    }

    @Test
    void whatRepeatableScriptsMakeIsNotCompared() {
        project.without("V4__phone.sql")
                .with("R__mails.sql", "create or replace view mails as select email from users;");
        ProvedScripts.write(project.folder());
        project.execute(
                "create table users (id int, email text); create view mails as select email from users where id > 0");
        assertThat(project.run("adopt").text()).isEqualTo("""
            exit 0
            recording 1  users (not run)
            recording 2  first user (not run)
            recording 3  email (not run)
            adopted: app on localhost:PORT is at 3, whose schema it has (3 objects)
            not compared, and run by the next `upgrade`: R mails
            """);
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 0
            applied R  mails  TIME
            applied 1 script in TIME: app on localhost:PORT is at 3
            """);
    }

    @Test
    void withoutAProofNothingIsKnown() {
        project.execute("create table users (id int)");
        assertThat(project.run("adopt").text()).isEqualTo("""
            exit 3
            --- stderr
            error: the scripts have no manifest: the schema that they make is unknown
              state: nothing was changed
              help:  run `prove` where the scripts are written; it writes manifest.json, which belongs beside them
            """);
        ProvedScripts.write(project.folder());
        project.with("V3__email.sql", "alter table users add mail text;")
                .with("V5__city.sql", "-- revises: 4\nselect 1;");
        assertThat(project.run("adopt").text()).isEqualTo("""
            exit 3
            --- stderr
            error: 2 scripts are not proved as they are: the schema that they make is unknown
              V3__email.sql was changed since it was proved
              V5__city.sql was never proved
              state: nothing was changed
              help:  run `prove` where the scripts are written; it writes manifest.json, which belongs beside them
            """);
    }

    @Test
    void waitsForAnotherRunner() throws SQLException {
        ProvedScripts.write(project.folder());
        try (Session other = Sessions.open(project.database())) {
            assertThat(new RunLock(other, Histories.in(other, "flyway_schema_history")).tryAcquire())
                    .isTrue();
            assertThat(project.run("adopt", "--run-lock-timeout", "0").exitCode())
                    .isEqualTo(5);
        }
    }

    @Test
    void stepsAreNoRevision() {
        ProvedScripts.write(project.folder());
        assertThat(project.run("adopt", "+1").text()).isEqualTo("""
            exit 3
            --- stderr
            error: the scripts have 2 heads: 3, 4
              3  V3__email.sql
              4  V4__phone.sql
              they part at 2
              state: nothing was changed
              help:  join them with `merge -m "merge 3 and 4"`, or name one of them, or all of them as heads
            """);
    }
}
