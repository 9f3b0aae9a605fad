package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.StockFlyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Runs on scripts that form more than one line.
final class BranchTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "-- revises: 1\n-- branch-label: mail\nalter table users add email text;")
                .with("V3__phone.sql", "-- revises: 1\nalter table users add phone text;")
                .with("R__everyone.sql", "create or replace view everyone as select email, phone from users;");
    }

    @Test
    void refusesSeveralHeadsAndAppliesThemAllIfAsked() {
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have 2 heads: 2, 3
                  2  V2__email.sql
                  3  V3__phone.sql
                  they part at 1
                  state: nothing was changed
                  help:  join them with `merge -m "merge 2 and 3"`, or name one of them, or all of them as heads
                """);
        assertThat(project.run("upgrade", "heads").text()).isEqualTo("""
                exit 0
                applied 1  users  TIME
                applied 2  email  TIME
                applied 3  phone  TIME
                applied R  everyone  TIME
                applied 4 scripts in TIME: app on localhost:PORT is at 2, 3
                """);
        assertThat(project.run("upgrade", "heads").text())
                .isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 2, 3\n");
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    @Test
    void reportsSeveralHeadsAsJson() {
        assertThat(project.run("upgrade", "--format", "json").text()).isEqualTo("""
                exit 3
                {
                  "exitCode": 3,
                  "error": {
                    "kind": "several-heads",
                    "message": "the scripts have 2 heads: 2, 3",
                    "details": [
                      "2  V2__email.sql",
                      "3  V3__phone.sql",
                      "they part at 1"
                    ],
                    "state": "nothing was changed",
                    "help": "join them with `merge -m \\"merge 2 and 3\\"`, or name one of them, or all of them as heads",
                    "data": {
                      "heads": [
                        {
                          "version": "2",
                          "description": "email",
                          "script": "V2__email.sql"
                        },
                        {
                          "version": "3",
                          "description": "phone",
                          "script": "V3__phone.sql"
                        }
                      ],
                      "partAt": [
                        "1"
                      ]
                    }
                  }
                }
                """);
    }

    @Test
    void appliesOneBranchAndLaterTheOther() {
        assertThat(project.run("upgrade", "3").out())
                .endsWith("applied 2 scripts in TIME: app on localhost:PORT is at 3\n");
        assertThat(project.run("upgrade", "mail@head").text()).isEqualTo("""
                exit 0
                applied 2  email  TIME
                applied 1 script in TIME: app on localhost:PORT is at 2, 3
                """);
    }

    @Test
    void appliesAMergeAfterBothItsParents() {
        project.with("V4__merge.sql", "-- revises: 2, 3\n");
        assertThat(project.run("upgrade").out()).isEqualTo("""
                applied 1  users  TIME
                applied 2  email  TIME
                applied 3  phone  TIME
                applied 4  merge  TIME
                applied R  everyone  TIME
                applied 5 scripts in TIME: app on localhost:PORT is at 4
                """);
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    @Test
    void appliesAParentOfHigherVersionFirst() {
        project.with("V2__email.sql", "-- revises: 3\nalter table users add email text;");
        assertThat(project.run("upgrade").out()).startsWith("""
                applied 1  users  TIME
                applied 3  phone  TIME
                applied 2  email  TIME
                """);
        assertThat(project.query("select version from flyway_schema_history where version is not null"
                        + " order by installed_rank"))
                .containsExactly("1", "3", "2");
    }

    @Test
    void refusesARevisionThatWasPutBelowAnAppliedOne() {
        project.run("upgrade", "heads");
        project.with("V1.5__late.sql", "-- revises: base\ncreate table late ();")
                .with("V4__merge.sql", "-- revises: 2, 3\n")
                .without("V2__email.sql")
                .with("V2__email.sql", "-- revises: 1\n-- branch-label: mail\nalter table users add email text;")
                .with("V1.6__later.sql", "-- revises: 1.5\ncreate table later ();");
        assertThat(project.run("upgrade", "1.6").out()).isEqualTo("""
                applied 1.5  late  TIME
                applied 1.6  later  TIME
                applied 2 scripts in TIME: app on localhost:PORT is at 1.6, 2, 3
                """);
    }

    @Test
    void namesEveryFaultOfTheGraphAtOnce() {
        project.with("V2__email.sql", "-- a comment\n-- revises: 7\nselect 2;")
                .with("V3__phone.sql", "-- revises: 5\nselect 3;")
                .with("V5__cycle.sql", "-- revises: 3\nselect 5;")
                .with("V6_misnamed.sql", "select 6;")
                .with("U9__nothing.sql", "select 9;");
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have 4 faults
                  FOLDER/U9__nothing.sql: there is no script of version 9 that it could undo; add the V script, or correct the version
                  FOLDER/V2__email.sql:2: it revises 7, but there is no such script; add V7, or name a revision that exists
                  FOLDER/V3__phone.sql:1: its parents lead back to itself: 3 revises 5 revises 3; take one of these lines out
                  FOLDER/V6_misnamed.sql: "6_misnamed" is not a version: it may have digits, parted by . or _; name it like V7__add_phone.sql, U7__add_phone.sql, B7__as_of_7.sql or R__active_users.sql
                  state: nothing was changed
                  help:  correct what is named above and run the command again
                """);
    }
}
