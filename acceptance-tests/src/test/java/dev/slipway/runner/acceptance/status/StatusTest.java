package dev.slipway.runner.acceptance.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `current` and `history`, which change nothing.
final class StatusTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "alter table users add email text;")
                .with("R__everyone.sql", "create or replace view everyone as select * from users;");
    }

    @Test
    void showsADatabaseThatNothingWasAppliedTo() {
        assertThat(project.run("current").text())
                .isEqualTo("exit 0\napp on localhost:PORT has no history: nothing was applied yet\n");
        assertThat(project.run("history").text()).isEqualTo("""
            exit 0
            app on localhost:PORT

            REVISION  DESCRIPTION  STATE    APPLIED  BY  TIME
            1         users        pending
            2         email        pending
            R         everyone     pending
            """);
        assertThat(project.query("select count(*) from pg_tables where schemaname = 'public'"))
                .containsExactly("0");
    }

    @Test
    void showsWhatIsPending() {
        project.run("upgrade", "1");
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 1 (2 pending)\n");
        assertThat(project.run("current", "--format", "json").text()).isEqualTo("""
            exit 0
            {
              "exitCode": 0,
              "result": {
                "database": "app on localhost:PORT",
                "managed": true,
                "tables": false,
                "position": [
                  "1"
                ],
                "heads": [
                  "2"
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
    }

    @Test
    void showsEveryStateAScriptCanBeIn() {
        project.run("upgrade");
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 2 (head)\n");
        project.with("V1__users.sql", "create table users (id bigint);")
                .without("V2__email.sql")
                .with("V3__index.sql", "create unique index concurrently i on users (id);")
                .with("R__everyone.sql", "create or replace view everyone as select id from users;");
        project.execute(
                "insert into flyway_schema_history values (9, '3', 'index', 'SQL', 'V3__index.sql', 0, 'me', default,"
                        + " 5, false)");
        assertThat(project.run("history").out().replaceAll(" {2,}", "  ")).isEqualTo("""
            app on localhost:PORT

            REVISION  DESCRIPTION  STATE  APPLIED  BY  TIME
            1  users  changed  MOMENT  app  TIME
            2  email  missing  MOMENT  app  TIME
            3  index  failed  MOMENT  me  TIME
            R  everyone  pending

            `upgrade` is refused: the history does not match the scripts
              V1__users.sql was changed after it was applied: checksum -2050735773 was recorded, -543058060 was found
              revision 2 (V2__email.sql) is applied, but its script is missing
              help:  restore the script as it was applied, and put the change into a new one; put the missing script \
            back, or forget the revision with `stamp --purge`
            """);
    }

    @Test
    void listsTheHistoryAsJson() {
        project.run("upgrade", "1");
        assertThat(project.run("history", "--format=json").text()).isEqualTo("""
            exit 0
            {
              "exitCode": 0,
              "result": {
                "database": "app on localhost:PORT",
                "position": [
                  "1"
                ],
                "entries": [
                  {
                    "label": "1",
                    "description": "users",
                    "state": "applied",
                    "installedOn": "MOMENT",
                    "installedBy": "app",
                    "milliseconds": 0,
                    "current": true,
                    "parents": [],
                    "script": "V1__users.sql",
                    "undo": null,
                    "branchLabel": null,
                    "standsFor": []
                  },
                  {
                    "label": "2",
                    "description": "email",
                    "state": "pending",
                    "installedOn": null,
                    "installedBy": null,
                    "milliseconds": null,
                    "current": false,
                    "parents": [
                      "1"
                    ],
                    "script": "V2__email.sql",
                    "undo": null,
                    "branchLabel": null,
                    "standsFor": []
                  },
                  {
                    "label": "R",
                    "description": "everyone",
                    "state": "pending",
                    "installedOn": null,
                    "installedBy": null,
                    "milliseconds": null,
                    "current": false,
                    "parents": [],
                    "script": "R__everyone.sql",
                    "undo": null,
                    "branchLabel": null,
                    "standsFor": []
                  }
                ],
                "batches": [],
                "refusal": null
              }
            }
            """);
    }
}
