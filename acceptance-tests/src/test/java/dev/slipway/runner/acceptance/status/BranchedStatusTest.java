package dev.slipway.runner.acceptance.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Branched;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `current` and `history` where scripts have branches.
final class BranchedStatusTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void branchedScripts() {
        Branched.in(project.folder());
    }

    @Test
    void currentNamesEveryPosition() {
        project.run("upgrade", "2");
        project.run("upgrade", "billing");
        assertThat(project.run("current").text()).isEqualTo("exit 0\napp on localhost:PORT is at 2, 5 (2 pending)\n");
        project.run("upgrade", "heads");
        assertThat(project.run("current").text()).isEqualTo("exit 0\napp on localhost:PORT is at 4, 5 (heads)\n");
    }

    @Test
    void currentSaysMoreIfAsked() {
        project.run("upgrade", "heads");
        assertThat(project.run("current", "--verbose").text()).isEqualTo("""
            exit 0
            app on localhost:PORT is at 4, 5 (heads)
              4  contact  V4__contact.sql  (head)
                parents: 2, 3
                undo:    none
              5  billing  V5__billing.sql  (billing) (head)
                parents: 3
                undo:    U5__billing.sql
            """);
        assertThat(project.run("current", "--verbose", "--check-heads").exitCode())
                .isZero();
    }

    @Test
    void currentFindsThatADatabaseIsNotAtEveryHead() {
        project.run("upgrade", "4");
        assertThat(project.run("current", "--check-heads").text()).isEqualTo("""
            exit 1
            app on localhost:PORT is at 4 (2 pending)
            not at every head: it lacks 5
            """);
        assertThat(project.run("current", "--check-heads", "--format", "json").text())
                .isEqualTo("""
            exit 1
            {
              "exitCode": 1,
              "result": {
                "database": "app on localhost:PORT",
                "managed": true,
                "tables": false,
                "position": [
                  "4"
                ],
                "heads": [
                  "4",
                  "5"
                ],
                "ahead": [],
                "pending": 2,
                "begun": [],
                "baseline": null,
                "fingerprint": null,
                "batches": [],
                "refusal": null
              }
            }
            """);
        assertThat(project.run("current").exitCode()).isZero();
    }

    @Test
    void currentFindsThatADatabaseHasNoHistory() {
        assertThat(project.run("current", "--check-heads").text()).isEqualTo("""
            exit 1
            app on localhost:PORT has no history: nothing was applied yet
            not at every head: it lacks 4, 5
            """);
    }

    @Test
    void onlyRevisionsCountForTheHeads() {
        project.run("upgrade", "heads");
        project.with("R__everyone.sql", "create or replace view everyone as select id as number from users;\n");
        assertThat(project.run("current", "--check-heads").text())
                .isEqualTo("exit 0\napp on localhost:PORT is at 4, 5 (1 pending)\n");
    }

    @Test
    void historyDrawsTheGraphBesideTheStates() {
        project.run("upgrade", "4");
        assertThat(shown("history", "--indicate-current")).isEqualTo("""
            app on localhost:PORT

                 REVISION  DESCRIPTION  STATE  APPLIED  BY  TIME
            *  1  users  applied  MOMENT  app  TIME
            |\\
            * |  2  phone  applied  MOMENT  app  TIME
            | *  3  email  applied  MOMENT  app  TIME
            | |\\
            |/ /
            * |  4 (current)  contact  applied  MOMENT  app  TIME
             /
            *  5  billing  pending
                 R  everyone  pending
            """);
    }

    @Test
    void historyShowsWhatNoScriptKnowsBesideTheGraph() {
        project.run("upgrade", "heads");
        project.without("V2__phone.sql").with("V4__contact.sql", "-- revises: 3\n-- compat: contract\nselect 1;\n");
        assertThat(shown("history")).isEqualTo("""
            app on localhost:PORT

                REVISION  DESCRIPTION  STATE  APPLIED  BY  TIME
            *  1  users  applied  MOMENT  app  TIME
            |  2  phone  missing  MOMENT  app  TIME
            *  3  email  applied  MOMENT  app  TIME
            |\\
            * | 4  contact  changed  MOMENT  app  TIME
             /
            *  5  billing  applied  MOMENT  app  TIME
                R  everyone  applied  MOMENT  app  TIME

            `upgrade` is refused: the history does not match the scripts
              revision 2 (V2__phone.sql) is applied, but its script is missing
              V4__contact.sql was changed after it was applied: checksum -1284738875 was recorded, -1834420784 was found
              help:  put the missing script back, or forget the revision with `stamp --purge`; \
            restore the script as it was applied, and put the change into a new one
            """);
    }

    @Test
    void historyTakesTheCurrentRevisionAsAnEnd() {
        project.run("upgrade", "4");
        assertThat(shown("history", "-r", "current:")).isEqualTo("""
            app on localhost:PORT

            REVISION  DESCRIPTION  STATE  APPLIED  BY  TIME
            4  contact  applied  MOMENT  app  TIME
            """);
        assertThat(project.run("history", "-r", "-1:current").err()).isEqualTo("""
            error: range "-1:current" is not possible
              state: nothing was changed
              help:  from 4 the way parts to 2, 3: name one of them
            """);
        assertThat(project.run("history", "-r", "2:current", "--indicate-current", "--verbose")
                        .out()
                        .replaceAll(" {2,}", "  "))
                .isEqualTo("""
                    app on localhost:PORT

                    REVISION  DESCRIPTION  STATE  APPLIED  BY  TIME
                    2  phone  applied  MOMENT  app  TIME
                      parents: 1
                      file:  V2__phone.sql
                      undo:  none
                    4 (current)  contact  applied  MOMENT  app  TIME
                      parents: 2, 3
                      file:  V4__contact.sql
                      undo:  none
                    """);
        project.run("upgrade", "5");
        assertThat(shown("history", "-r", "current:heads", "-i")).isEqualTo("""
            app on localhost:PORT

              REVISION  DESCRIPTION  STATE  APPLIED  BY  TIME
            * 4 (current)  contact  applied  MOMENT  app  TIME

            * 5 (current)  billing  applied  MOMENT  app  TIME
            """);
    }

    @Test
    void historyListsTheScriptsAloneOnlyIfNoDatabaseIsNamed() {
        String locations = "filesystem:" + project.folder();
        assertThat(Run.with(
                                Map.of("PGHOST", "localhost", "PGPORT", "1"),
                                "history",
                                "--wait-timeout",
                                "0",
                                "--locations",
                                locations)
                        .exitCode())
                .isEqualTo(4);
        assertThat(Run.with(Map.of("PGHOST", "", "DATABASE_URL", " "), "history", "--locations", locations)
                        .exitCode())
                .isZero();
    }

    /// The output with columns of one width whatever the times are.
    private String shown(String... arguments) {
        return project.run(arguments).out().replaceAll("(?<=\\S) {2,}", "  ");
    }
}
