package dev.slipway.runner.acceptance.revision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// `merge`, which needs no database, and what the others make of a merge.
final class MergeTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoHeads() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__email.sql", "-- revises: 1\nalter table users add email text;")
                .with("V3__phone.sql", "-- revises: 1\n-- branch-label: phones\nalter table users add phone text;");
    }

    @Test
    void joinsAllHeads() {
        assertThat(project.offline("merge").text()).isEqualTo("""
                exit 0
                revision 4 (merge 2 and 3) joins 2, 3
                  wrote FOLDER/V4__merge_2_and_3.sql
                  wrote FOLDER/U4__merge_2_and_3.sql
                next: write SQL into them where the branches do not fit together, and run `upgrade`
                """);
        assertThat(project.folder().resolve("V4__merge_2_and_3.sql")).hasContent("""
                -- revises: 2, 3

                -- Joins 2 and 3. SQL is needed only where they do not fit together.
                """);
        assertThat(project.folder().resolve("U4__merge_2_and_3.sql")).hasContent("""
                -- Parts 2 and 3 again. What the merge changed, if anything, is taken back here.
                """);
    }

    @Test
    void joinsTheHeadsThatAreNamed() {
        project.with("V4__audit.sql", "-- revises: base\ncreate table audit (id int);");
        assertThat(project.offline("merge", "-m", "Phones into emails", "phones", "2", "--format", "json")
                        .text())
                .isEqualTo("""
                exit 0
                {
                  "exitCode": 0,
                  "result": {
                    "version": "5",
                    "description": "phones into emails",
                    "parents": [
                      "2",
                      "3"
                    ],
                    "branchLabel": null,
                    "script": "FOLDER/V5__phones_into_emails.sql",
                    "undo": "FOLDER/U5__phones_into_emails.sql",
                    "heads": [
                      "4",
                      "5"
                    ]
                  }
                }
                """);
        assertThat(project.offline("merge", "heads").text()).isEqualTo("""
                exit 0
                revision 6 (merge 4 and 5) joins 4, 5
                  wrote FOLDER/V6__merge_4_and_5.sql
                  wrote FOLDER/U6__merge_4_and_5.sql
                next: write SQL into them where the branches do not fit together, and run `upgrade`
                """);
    }

    @Test
    void joinsMoreThanTwo() {
        project.with("V4__audit.sql", "-- revises: base\ncreate table audit (id int);");
        assertThat(project.offline("merge", "heads", "--version-id", "10", "--branch-label", "all")
                        .out())
                .startsWith("revision 10 (merge 2 3 and 4) joins 2, 3, 4\n");
        assertThat(project.folder().resolve("V10__merge_2_3_and_4.sql")).hasContent("""
                -- revises: 2, 3, 4
                -- branch-label: all

                -- Joins 2, 3 and 4. SQL is needed only where they do not fit together.
                """);
    }

    @Test
    void aMergeWithoutSqlIsAppliedAndTakenBack() {
        TestDatabase database = PostgresServer.shared().createDatabase();
        project.offline("merge");
        assertThat(on(database, "upgrade").text()).isEqualTo("""
                exit 0
                applied 1  users  TIME
                applied 2  email  TIME
                applied 3  phone  TIME
                applied 4  merge 2 and 3  TIME
                applied 4 scripts in TIME: app on localhost:PORT is at 4
                """);
        assertThat(on(database, "downgrade", "-1", "--yes").text()).isEqualTo("""
                exit 0
                took back U4  merge 2 and 3  TIME
                took back 1 revision in TIME: app on localhost:PORT is at 2, 3
                """);
        assertThat(database.query("select column_name from information_schema.columns where table_name = 'users'"))
                .containsExactlyInAnyOrder("id", "email", "phone");
        assertThat(on(database, "upgrade").exitCode()).isZero();
        StockFlyway.on(database, project.folder()).validate();
    }

    @Test
    void refusesIfThereIsNothingToMerge() {
        project.offline("merge");
        assertThat(project.offline("merge", "-m", "again").text()).isEqualTo("""
                exit 3
                --- stderr
                error: nothing to merge: there is only 4
                  state: nothing was changed
                  help:  there is one head at most, so go on with `revision`
                """);
        assertThat(project.offline("merge", "--format", "json").text()).isEqualTo("""
                exit 3
                {
                  "exitCode": 3,
                  "error": {
                    "kind": "nothing-to-merge",
                    "message": "nothing to merge: there is only 4",
                    "details": [],
                    "state": "nothing was changed",
                    "help": "there is one head at most, so go on with `revision`",
                    "data": {
                      "revisions": [
                        "4"
                      ],
                      "contained": [],
                      "heads": [
                        "4"
                      ]
                    }
                  }
                }
                """);
        assertThat(project.offline("merge", "2", "4").text()).isEqualTo("""
                exit 3
                --- stderr
                error: nothing to merge: another one of 2, 4 builds on 2 already
                  state: nothing was changed
                  help:  there is one head at most, so go on with `revision`
                """);
    }

    @Test
    void refusesARevisionThatAnotherOneBuildsOn() {
        assertThat(project.offline("merge", "1", "3", "2").text()).isEqualTo("""
                exit 3
                --- stderr
                error: nothing to merge: another one of 1, 2, 3 builds on 1 already
                  state: nothing was changed
                  help:  name heads to be joined: 2, 3
                """);
        assertThat(project.offline("merge", "2", "2").text()).isEqualTo("""
                exit 3
                --- stderr
                error: nothing to merge: there is only 2
                  state: nothing was changed
                  help:  name heads to be joined: 2, 3
                """);
        assertThat(project.folder()).isDirectoryNotContaining("glob:**4*");
    }

    @Test
    void refusesWithoutAnyRevision(@TempDir Path empty) {
        assertThat(Run.offline(empty, "merge").text()).isEqualTo("""
                exit 3
                --- stderr
                error: nothing to merge: there is no revision yet
                  state: nothing was changed
                  help:  there is one head at most, so go on with `revision`
                """);
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void refusesWhatNamesNoRevision() {
        assertThat(project.offline("merge", "2", "base").text()).isEqualTo("""
                exit 2
                --- stderr
                error: base is before all revisions, and cannot be joined with one
                  state: nothing was changed
                  help:  name two heads, or none
                """);
        assertThat(project.offline("merge", "2", "9").text()).isEqualTo("""
                exit 2
                --- stderr
                error: target "9" is not a known revision
                  state: nothing was changed
                  help:  use head, or one of 1, 2, 3
                """);
        assertThat(project.offline("merge", "2", "head").exitCode()).isEqualTo(3);
    }

    private Run on(TestDatabase database, String... arguments) {
        return Run.on(database, project.folder(), arguments);
    }
}
