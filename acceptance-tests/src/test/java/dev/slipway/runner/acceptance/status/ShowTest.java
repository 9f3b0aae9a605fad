package dev.slipway.runner.acceptance.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Branched;
import dev.slipway.runner.acceptance.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `show`, which needs no database.
final class ShowTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void branchedScripts() {
        Branched.in(project.folder());
    }

    @Test
    void showsARevision() {
        assertThat(project.offline("show", "5").text()).isEqualTo("""
                exit 0
                revision:      5
                description:   billing
                parents:       3
                children:      none
                is:            head
                label:         billing
                file:          FOLDER/V5__billing.sql
                undo:          FOLDER/U5__billing.sql
                transaction:   off
                lock timeout:  500 ms
                compat:        expand
                checksum:      519046879

                -- revises: 3
                -- branch-label: billing
                -- transaction: off
                -- lock-timeout: 500ms
                create table bills (id int);
                """);
    }

    @Test
    void showsAMerge() {
        assertThat(project.offline("show", "4").text()).isEqualTo("""
                exit 0
                revision:      4
                description:   contact
                parents:       2, 3
                children:      none
                is:            head, merge
                file:          FOLDER/V4__contact.sql
                undo:          none, it cannot be taken back
                transaction:   on, unless a statement cannot run in one
                lock timeout:  that of the run
                compat:        contract
                checksum:      -1284738875

                -- revises: 2, 3
                -- compat: contract
                alter table users add contact text;
                """);
    }

    @Test
    void takesWhateverNamesOneRevision() {
        project.without("V4__contact.sql");
        assertThat(project.offline("show", "billing").out())
                .isEqualTo(project.offline("show", "5").out())
                .isEqualTo(project.offline("show", "billing@head").out())
                .isEqualTo(project.offline("show", "3+1").out())
                .isEqualTo(project.offline("show", "5.0").out())
                .startsWith("revision:      5\n");
    }

    @Test
    void showsARevisionAsJson() {
        assertThat(project.offline("show", "billing", "--format", "json").text())
                .isEqualTo("""
                exit 0
                {
                  "exitCode": 0,
                  "result": {
                    "revision": {
                      "version": "5",
                      "description": "billing",
                      "parents": [
                        "3"
                      ],
                      "script": "V5__billing.sql",
                      "undo": "U5__billing.sql",
                      "branchLabel": "billing",
                      "head": true
                    },
                    "children": [],
                    "base": false,
                    "branchPoint": false,
                    "merge": false,
                    "file": "FOLDER/V5__billing.sql",
                    "undoFile": "FOLDER/U5__billing.sql",
                    "transaction": false,
                    "lockTimeout": 500,
                    "compat": "expand",
                    "checksum": 519046879,
                    "sql": "-- revises: 3\\n-- branch-label: billing\\n-- transaction: off\\n-- lock-timeout: 500ms\\ncreate table bills (id int);\\n"
                  }
                }
                """);
    }

    @Test
    void refusesWhatNamesNoRevision() {
        assertThat(project.offline("show", "9").text()).isEqualTo("""
                exit 2
                --- stderr
                error: target "9" is not a known revision
                  state: nothing was changed
                  help:  use head, or one of 1, 2, 3, 4, 5
                """);
        assertThat(project.offline("show", "base").text()).isEqualTo("""
                exit 2
                --- stderr
                error: "base" names no revision
                  state: nothing was changed
                  help:  base is the place before the first revision
                """);
        assertThat(project.offline("show", "current").text()).isEqualTo("""
                exit 2
                --- stderr
                error: "current" names no revision
                  state: nothing was changed
                  help:  it depends on where a database is: see `current` and name the revision
                """);
        assertThat(project.offline("show", "4-1").text()).isEqualTo("""
                exit 2
                --- stderr
                error: target "4-1" is not a known revision
                  state: nothing was changed
                  help:  from 4 the way parts to 2, 3: name one of them
                """);
    }

    @Test
    void refusesAHeadThatCouldBeAnyOfSeveral() {
        assertThat(project.offline("show", "head").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have 2 heads: 4, 5
                  4  V4__contact.sql
                  5  V5__billing.sql
                  they part at 3
                  state: nothing was changed
                  help:  join them with `merge -m "merge 4 and 5"`, or name one of them, or all of them as heads
                """);
    }

    @Test
    void wantsARevision() {
        assertThat(project.offline("show").text()).isEqualTo("""
                exit 2
                --- stderr
                error: missing required parameter: "REV"
                  state: nothing was changed
                  help:  see `slipway show --help`
                """);
    }
}
