package dev.slipway.runner.acceptance.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Branched;
import dev.slipway.runner.acceptance.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `history` without a database.
final class ScriptHistoryTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void branchedScripts() {
        Branched.in(project.folder());
    }

    @Test
    void drawsTheGraphBesideTheScripts() {
        assertThat(project.offline("history").text()).isEqualTo("""
            exit 0
                 REVISION  DESCRIPTION
            *    1         users
            |\\
            * |  2         phone
            | *  3         email
            | |\\
            |/ /
            * |  4         contact
             /
            *    5         billing
                 R         everyone
            """);
    }

    @Test
    void saysMoreIfAsked() {
        assertThat(project.offline("history", "--verbose").text()).isEqualTo("""
            exit 0
                 REVISION  DESCRIPTION
            *    1         users
            |      parents: none
            |      file:    V1__users.sql
            |      undo:    U1__users.sql
            |\\
            * |  2         phone
            | |    parents: 1
            | |    file:    V2__phone.sql
            | |    undo:    none
            | *  3         email
            | |    parents: 1
            | |    file:    V3__email.sql
            | |    undo:    none
            | |\\
            |/ /
            * |  4         contact
              |    parents: 2, 3
              |    file:    V4__contact.sql
              |    undo:    none
             /
            *    5         billing
                   parents: 3
                   file:    V5__billing.sql
                   undo:    U5__billing.sql
                   label:   billing
                 R         everyone
                   file:    R__everyone.sql
            """);
    }

    @Test
    void listsOneWayThroughTheGraphAsATable() {
        assertThat(project.offline("history", "--range", "3:4").text()).isEqualTo("""
            exit 0
            REVISION  DESCRIPTION
            3         email
            4         contact
            """);
        assertThat(project.offline("info", "-r", ":billing").text()).isEqualTo("""
            exit 0
            REVISION  DESCRIPTION
            1         users
            3         email
            5         billing
            """);
        assertThat(project.offline("history", "-r", "-1:5").text()).isEqualTo("""
            exit 0
            REVISION  DESCRIPTION
            3         email
            5         billing
            """);
        assertThat(project.offline("history", "-r-2:5").text()).isEqualTo("""
            exit 0
            REVISION  DESCRIPTION
            1         users
            3         email
            5         billing
            """);
    }

    @Test
    void drawsWhatIsInTheRange() {
        assertThat(project.offline("history", "-r", "3:").text()).isEqualTo("""
            exit 0
                REVISION  DESCRIPTION
            *   3         email
            |\\
            * | 4         contact
             /
            *   5         billing
            """);
    }

    @Test
    void listsTheScriptsAsJson() {
        assertThat(project.offline("history", "-r", "billing:", "--format=json").text())
                .isEqualTo("""
            exit 0
            {
              "exitCode": 0,
              "result": {
                "database": null,
                "position": [],
                "entries": [
                  {
                    "label": "5",
                    "description": "billing",
                    "state": null,
                    "installedOn": null,
                    "installedBy": null,
                    "milliseconds": null,
                    "current": false,
                    "parents": [
                      "3"
                    ],
                    "script": "V5__billing.sql",
                    "undo": "U5__billing.sql",
                    "branchLabel": "billing",
                    "standsFor": []
                  }
                ],
                "batches": [],
                "refusal": null
              }
            }
            """);
    }

    @Test
    void needsADatabaseToKnowWhereItIs() {
        assertThat(project.offline("history", "--indicate-current").text()).isEqualTo("""
            exit 2
            --- stderr
            error: no database is given, so there is no current revision
              state: nothing was changed
              help:  set DATABASE_URL or --url, or leave out --indicate-current
            """);
        assertThat(project.offline("history", "-r", "current:").text()).isEqualTo("""
            exit 2
            --- stderr
            error: no database is given, so there is no current revision
              state: nothing was changed
              help:  set DATABASE_URL or --url, or leave out current
            """);
    }

    @Test
    void refusesARangeThatIsNone() {
        assertThat(project.offline("history", "-r", "7").text()).isEqualTo("""
            exit 2
            --- stderr
            error: range "7" is not possible
              state: nothing was changed
              help:  write A:B, A: or :B
            """);
        assertThat(project.offline("history", "-r", "9:").text()).isEqualTo("""
            exit 2
            --- stderr
            error: target "9" is not a known revision
              state: nothing was changed
              help:  use head, or one of 1, 2, 3, 4, 5
            """);
        assertThat(project.offline("history", "-r", "4:2").text()).isEqualTo("""
            exit 2
            --- stderr
            error: range "4:2" is not possible
              state: nothing was changed
              help:  its first end is no ancestor of the other: write the older revision first
            """);
        assertThat(project.offline("history", "-r", "-1:4").text()).isEqualTo("""
            exit 2
            --- stderr
            error: range "-1:4" is not possible
              state: nothing was changed
              help:  from 4 the way parts to 2, 3: name one of them
            """);
    }

    @Test
    void refusesARangeAsJson() {
        assertThat(project.offline("history", "-r", "2:5", "--format=json").text())
                .isEqualTo("""
            exit 2
            {
              "exitCode": 2,
              "error": {
                "kind": "usage-failure",
                "message": "range \\"2:5\\" is not possible",
                "details": [],
                "state": "nothing was changed",
                "help": "its first end is no ancestor of the other: write the older revision first",
                "data": {
                  "message": "range \\"2:5\\" is not possible",
                  "help": "its first end is no ancestor of the other: write the older revision first"
                }
              }
            }
            """);
    }
}
