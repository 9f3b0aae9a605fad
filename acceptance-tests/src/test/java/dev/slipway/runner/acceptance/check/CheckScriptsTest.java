package dev.slipway.runner.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// `check` without a database.
final class CheckScriptsTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoScripts() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "alter table users add email text;");
    }

    @Test
    void findsNothingInGoodScripts() {
        assertThat(project.offline("check").text()).isEqualTo("exit 0\nno problems: 2 revisions, 1 head\n");
        assertThat(project.offline("check", "--format", "json").text()).isEqualTo("""
            exit 0
            {
              "exitCode": 0,
              "result": {
                "revisions": 2,
                "heads": [
                  "2"
                ],
                "database": null,
                "flyway": null,
                "findings": [],
                "notes": []
              }
            }
            """);
        assertThat(project.offline("validate").text())
                .isEqualTo(project.offline("check").text());
    }

    @Test
    void findsFaultsOfEveryKindAtOnce() {
        project.with("V2__phone.sql", "alter table users add phone text;")
                .with("V3_misnamed.sql", "select 1;")
                .with("V4__empty.sql", "-- The SQL that leads from 3 to 4 goes here.\n")
                .with("V5__header.sql", "-- transaction: no\nselect 1;")
                .with("V6__lost.sql", "-- revises: 60\nselect 1;")
                .with("V7__open.sql", "select 1;\ncopy users from stdin;\n1\n")
                .with("V8__commits.sql", "select 1;\ncommit;")
                .with("V9__placeholder.sql", "grant all on users to ${owner};")
                .with("U9__placeholder.sql", "revoke all on users\nfrom ${owner};")
                .with("U10__alone.sql", "select 1;")
                .with("R__views.sql", "/* open");
        assertThat(project.offline("check").text()).isEqualTo("""
            exit 1
            note: FOLDER/V8__commits.sql:2: the script begins or ends a transaction around all of it: it runs in that of its history row
            FOLDER/U10__alone.sql: there is no script of version 10 that it could undo
              effect: every command refuses the scripts
              remedy: add the V script, or correct the version

            FOLDER/V2__phone.sql: "2" is taken already by FOLDER/V2__email.sql
              effect: every command refuses the scripts
              remedy: give the one that was applied nowhere yet another version, for example `renumber V2__phone.sql`

            FOLDER/V3_misnamed.sql: "3_misnamed" is not a version: it may have digits, parted by . or _
              effect: every command refuses the scripts
              remedy: name it like V7__add_phone.sql, U7__add_phone.sql, B7__as_of_7.sql or R__active_users.sql

            FOLDER/V4__empty.sql: the script is empty
              effect: every command refuses the scripts
              remedy: write its SQL, or delete the file

            FOLDER/V5__header.sql:1: "no" is neither on nor off
              effect: every command refuses the scripts
              remedy: write -- transaction: off

            FOLDER/V6__lost.sql:1: it revises 60, but there is no such script
              effect: every command refuses the scripts
              remedy: add V60, or name a revision that exists

            FOLDER/V7__open.sql:2: COPY ... FROM STDIN has no closing \\. line
              effect: `upgrade` is refused before it changes anything
              remedy: let a line \\. follow its rows

            FOLDER/V9__placeholder.sql:1: placeholder "owner" has no value
              effect: `upgrade` is refused before it changes anything
              remedy: give it one: --placeholder owner=value, or keep the text as it is: -- placeholders: off at the top, or, once it was applied, placeholderReplacement=false in V9__placeholder.sql.conf

            FOLDER/R__views.sql:1: the comment that begins here does not end
              effect: `upgrade` is refused before it changes anything
              remedy: close what is open

            FOLDER/U9__placeholder.sql:2: placeholder "owner" has no value
              effect: `downgrade` is refused before it changes anything
              remedy: give it one: --placeholder owner=value, or keep the text as it is: -- placeholders: off at the top, or, once it was applied, placeholderReplacement=false in U9__placeholder.sql.conf

            10 problems: 8 revisions
            """);
    }

    @Test
    void tellsMachinesWhereWhatEffectAndRemedy() {
        project.with("V3__a.sql", "-- revises: 2\nselect 1;").with("V4__b.sql", "-- revises: 2\nselect 1;");
        assertThat(project.offline("check", "--format", "json").text()).isEqualTo("""
            exit 1
            {
              "exitCode": 1,
              "result": {
                "revisions": 4,
                "heads": [
                  "3",
                  "4"
                ],
                "database": null,
                "flyway": null,
                "findings": [
                  {
                    "where": "FOLDER/V3__a.sql, FOLDER/V4__b.sql",
                    "what": "the scripts have 2 heads: 3, 4; they part at 2",
                    "effect": "`upgrade` is refused with exit code 3",
                    "remedy": "join them with `merge -m \\"merge 3 and 4\\"`, or name one of them, or all of them as heads"
                  }
                ],
                "notes": []
              }
            }
            """);
    }

    @Test
    void catchesTwoBranchesThatTookTheSameVersion() {
        project.with("V3__phone.sql", "alter table users add phone text;");
        assertThat(project.offline("check").exitCode()).isZero();
        project.without("V3__phone.sql").with("V3__city.sql", "alter table users add city text;");
        assertThat(project.offline("check").exitCode()).isZero();

        project.with("V3__phone.sql", "alter table users add phone text;");
        assertThat(project.offline("check").text()).isEqualTo("""
            exit 1
            FOLDER/V3__phone.sql: "3" is taken already by FOLDER/V3__city.sql
              effect: every command refuses the scripts
              remedy: give the one that was applied nowhere yet another version, for example `renumber V3__phone.sql`

            1 problem: 3 revisions, 1 head
            """);
    }

    @Test
    void catchesTwoBranchesThatWentOnFromTheSameRevision() {
        project.with("V20261121093000__phone.sql", "-- revises: 2\nalter table users add phone text;");
        assertThat(project.offline("check").exitCode()).isZero();
        project.without("V20261121093000__phone.sql")
                .with("V20261121100000__city.sql", "-- revises: 2\nalter table users add city text;");
        assertThat(project.offline("check").exitCode()).isZero();

        project.with("V20261121093000__phone.sql", "-- revises: 2\nalter table users add phone text;");
        assertThat(project.offline("check").text()).isEqualTo("""
            exit 1
            FOLDER/V20261121093000__phone.sql, FOLDER/V20261121100000__city.sql: \
            the scripts have 2 heads: 20261121093000, 20261121100000; they part at 2
              effect: `upgrade` is refused with exit code 3
              remedy: join them with `merge -m "merge 20261121093000 and 20261121100000"`, \
            or name one of them, or all of them as heads

            1 problem: 4 revisions, 2 heads
            """);

        project.offline("merge");
        assertThat(project.offline("check").text()).isEqualTo("exit 0\nno problems: 5 revisions, 1 head\n");
    }

    @Test
    void catchesWhatTwoCallsOfRevisionWriteOnTwoBranches(@TempDir Path other) {
        ScriptFolder branch = new ScriptFolder(other)
                .with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "alter table users add email text;");
        project.offline("revision", "-m", "phone");
        project.with("V3__phone.sql", "-- revises: 2\nselect 1;").with("U3__phone.sql", "select 1;");
        Run.offline(branch.path(), "revision", "-m", "city", "--version-id", "4");
        project.with("V4__city.sql", "-- revises: 2\nselect 1;").with("U4__city.sql", "select 1;");
        assertThat(project.offline("check").out()).endsWith("\n1 problem: 4 revisions, 2 heads\n");
    }

    @Test
    void knowsThePlaceholdersThatADatabaseWouldFillIn() {
        project.with(
                "R__all.sql",
                "select '${flyway:database} ${flyway:user} ${flyway:defaultSchema} ${flyway:table} "
                        + "${flyway:timestamp} ${flyway:filename} ${flyway:workingDirectory} ${flyway:environment}';");
        assertThat(project.offline("check").exitCode()).isZero();
        project.with("V3__own.sql", "select '${own}';");
        assertThat(project.offline("check").exitCode()).isEqualTo(1);
        assertThat(project.offline("check", "--placeholder", "own=1").exitCode())
                .isZero();
    }

    @Test
    void endsWith2IfThereAreNoScripts(@TempDir Path empty) {
        assertThat(Run.offline(empty, "check").text()).isEqualTo("""
            exit 2
            --- stderr
            error: no scripts found in filesystem:FOLDER
              state: nothing was changed
              help:  put a file like V1__create_users.sql there, or correct --locations
            """);
    }

    @Test
    void aFailureWithoutDetailsEndsWithItsMessage(@TempDir Path other) {
        project.with("manifest.json", "{}");
        new ScriptFolder(other).with("manifest.json", "{ }");
        String both = "filesystem:%s,filesystem:%s".formatted(project.folder(), other);
        assertThat(Run.with(Map.of("SLIPWAY_LOCATIONS", both), "check").out().lines())
                .anyMatch(line -> line.matches("manifest.json: there are several manifests: \\S+, \\S+\\.json"));
    }
}
