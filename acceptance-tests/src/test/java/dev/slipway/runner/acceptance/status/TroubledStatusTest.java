package dev.slipway.runner.acceptance.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `current` and `history` where nothing can be planned: who is in trouble is told where the database is, and why.
final class TroubledStatusTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void migrated() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "alter table users add email text;");
        run("upgrade");
        project.with("V3__phone.sql", "alter table users add phone text;");
    }

    private Run run(String... arguments) {
        Run run = project.run(arguments);
        return new Run(run.exitCode(), run.out().replaceAll(" {3,}", "  "), run.err());
    }

    @Test
    void whatDiffersFromTheScriptsIsTold() {
        project.with("V1__users.sql", "create table users (id bigint);").without("V2__email.sql");
        assertThat(run("current").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 1, 2 (1 pending)
            `upgrade` is refused: the history does not match the scripts
              V1__users.sql was changed after it was applied: checksum -2050735773 was recorded, -543058060 was found
              revision 2 (V2__email.sql) is applied, but its script is missing
              help:  restore the script as it was applied, and put the change into a new one; put the missing script \
            back, or forget the revision with `stamp --purge`
            """);
        assertThat(run("history").text()).isEqualTo("""
            exit 0
            app on localhost:PORT

            REVISION  DESCRIPTION  STATE  APPLIED  BY  TIME
            1  users  changed  MOMENT  app  TIME
            2  email  missing  MOMENT  app  TIME
            3  phone  pending

            `upgrade` is refused: the history does not match the scripts
              V1__users.sql was changed after it was applied: checksum -2050735773 was recorded, -543058060 was found
              revision 2 (V2__email.sql) is applied, but its script is missing
              help:  restore the script as it was applied, and put the change into a new one; put the missing script \
            back, or forget the revision with `stamp --purge`
            """);
    }

    @Test
    void revisionsThatNoScriptKnowsAreShown() {
        project.without("V3__phone.sql").without("V2__email.sql");
        project.execute("comment on table flyway_schema_history is 'slipway contract: 2'");
        assertThat(run("current", "--verbose").text())
                .contains(
                        "exit 0\n", "is at 1, 2 (head)", "revision 2 (V2__email.sql) is applied, but there is no such");
        assertThat(run("current", "--check-heads").exitCode()).isZero();
        assertThat(run("history").text()).contains("exit 0\n", "2  email  missing", "`upgrade` is refused");
        assertThat(run("history", "--range", "1:current").exitCode()).isZero();
    }

    @Test
    void faultsOfScriptsAreToldBesideTheRowsOfTheTable() {
        project.with("V2__again.sql", "select 1;").with("V4_x.sql", "select 1;").with("U9__x.sql", "select 1;");
        String refused = """
            `upgrade` is refused: the scripts have 3 faults
              FOLDER/U9__x.sql: there is no script of version 9 that it could undo; add the V script, or correct the version
              FOLDER/V2__email.sql: "2" is taken already by FOLDER/V2__again.sql; give the one that was applied nowhere yet another version, for example `renumber V2__email.sql`
              FOLDER/V4_x.sql: "4_x" is not a version: it may have digits, parted by . or _; name it like V7__add_phone.sql, U7__add_phone.sql, \
            B7__as_of_7.sql or R__active_users.sql
              help:  correct what is named above and run the command again
            """;
        assertThat(run("current").text()).isEqualTo("exit 0\napp on localhost:PORT is at 2 (1 pending)\n" + refused);
        assertThat(run("history").text())
                .startsWith("exit 0\n")
                .contains("1  users  applied", "2  again  changed", "3  phone  pending")
                .endsWith(refused);
        assertThat(project.offline("history").exitCode()).isEqualTo(3);
    }

    @Test
    void scriptsThatFormNoGraphAreShownAsFarAsTheyDo() {
        project.with("V3__phone.sql", "-- revises: 9\nselect 1;")
                .with("V4__a.sql", "-- revises: 5\nselect 1;")
                .with("V5__b.sql", "-- revises: 4\nselect 1;")
                .with("V6__c.sql", "-- revises: 5\nselect 1;")
                .with("V7__d.sql", "-- revises: 7\nselect 1;");
        for (String command : new String[] {"current", "history", "current --verbose", "history --verbose"}) {
            assertThat(run(command.split(" ")).text())
                    .startsWith("exit 0\n")
                    .contains(
                            "it revises 9, but there is no such script",
                            "its parents lead back to itself: 4 revises 5 revises 4",
                            "it revises itself");
        }
        assertThat(run("current").out()).startsWith("app on localhost:PORT is at 2 (5 pending)\n");
        assertThat(run("history").out().replaceAll("(?m)^[|* \\\\/]+", ""))
                .contains("\n1  users  applied", "\n2  email  applied", "\n3  phone  pending", "\n7  d  pending");
    }

    @Test
    void aScriptThatDidNotComeToItsEndIsTold() {
        project.with("V3__phone.sql", "-- transaction: off\nalter table users add phone text;\nselect 1 / 0;");
        assertThat(run("upgrade").exitCode()).isEqualTo(6);
        assertThat(run("current").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 2 (1 pending)
              3 did not come to its end: `check` tells how far
            """);
        assertThat(run("history").text()).contains("exit 0\n", "3  phone  failed");
    }

    @Test
    void aBaselineScriptThatCannotBeRunIsTold() {
        project.execute("delete from flyway_schema_history where version = '2'");
        project.without("V1__users.sql").without("V2__email.sql").with("B2__email.sql", "create table users ();");
        assertThat(run("current").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 1 (2 pending)
            `upgrade` is refused: the scripts begin with B2__email.sql, which only an empty database can run
              the database is at 1, and the scripts that lead from there to 2 are gone
              help:  bring it to 2 with the scripts of an older release, which still has those up to 2, and run \
            `upgrade` again; if it has everything already that B2__email.sql makes, record that with `stamp 2`
            """);
        assertThat(run("history").text()).contains("exit 0\n", "`upgrade` is refused: the scripts begin with");
    }

    @Test
    void jsonNamesWhatIsRefusedAsWell() {
        project.without("V2__email.sql");
        for (String command : new String[] {"current", "history"}) {
            assertThat(project.run(command, "--format", "json").text().replaceAll("\\s+", " "))
                    .startsWith("exit 0 ")
                    .contains("\"refusal\": { \"message\": \"the history does not match the scripts\", \"details\": [ "
                            + "\"revision 2 (V2__email.sql) is applied, but its script is missing\" ], \"help\": ");
        }
    }
}
