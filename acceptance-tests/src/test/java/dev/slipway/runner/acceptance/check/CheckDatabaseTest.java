package dev.slipway.runner.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `check` with a database.
final class CheckDatabaseTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "alter table users add email text;")
                .with("R__everyone.sql", "create or replace view everyone as select * from users;");
    }

    @Test
    void findsNothingWhereEverythingIsApplied() {
        project.run("upgrade");
        assertThat(project.run("check").text()).isEqualTo("""
                exit 0
                no problems: 2 revisions, 1 head; app on localhost:PORT is at 2
                """);
        assertThat(project.run("check", "--format", "json").text()).isEqualTo("""
                exit 0
                {
                  "exitCode": 0,
                  "result": {
                    "revisions": 2,
                    "heads": [
                      "2"
                    ],
                    "database": {
                      "name": "app on localhost:PORT",
                      "position": [
                        "2"
                      ],
                      "ahead": [],
                      "impacts": []
                    },
                    "flyway": null,
                    "findings": [],
                    "notes": []
                  }
                }
                """);
    }

    @Test
    void findsWhatIsPendingAndChangesNothing() {
        assertThat(project.run("check").text()).isEqualTo("""
                exit 1
                app on localhost:PORT: 2 revisions are pending: 1, 2
                  effect: the database is behind the scripts
                  remedy: run `upgrade`

                app on localhost:PORT: R everyone is pending
                  effect: the database is behind the scripts
                  remedy: run `upgrade`

                2 problems: 2 revisions, 1 head; app on localhost:PORT is before the first revision
                """);
        assertThat(project.query("select relname from pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
        project.run("upgrade", "1");
        project.with("R__everyone.sql", "create or replace view everyone as select id from users;");
        assertThat(project.run("check").text()).isEqualTo("""
                exit 1
                app on localhost:PORT: revision 2 is pending
                  effect: the database is behind the scripts
                  remedy: run `upgrade`

                app on localhost:PORT: R everyone is pending
                  effect: the database is behind the scripts
                  remedy: run `upgrade`

                2 problems: 2 revisions, 1 head; app on localhost:PORT is at 1
                """);
    }

    @Test
    void namesTheFirstOfManyThatArePending() {
        for (int version = 3; version <= 14; version++) {
            project.with("V%d__a.sql".formatted(version), "select 1;");
        }
        assertThat(project.run("check").out())
                .startsWith(
                        "app on localhost:PORT: 14 revisions are pending: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 4 more\n");
    }

    @Test
    void findsARepeatableScriptThatWasChanged() {
        project.run("upgrade");
        project.with("R__everyone.sql", "create or replace view everyone as select id from users;");
        assertThat(project.run("check").text()).isEqualTo("""
                exit 1
                app on localhost:PORT: R everyone was changed since it ran
                  effect: the database is behind the scripts
                  remedy: run `upgrade`

                1 problem: 2 revisions, 1 head; app on localhost:PORT is at 2
                """);
    }

    @Test
    void findsEveryDifferenceOfHistoryAndScriptsAtOnce() {
        project.with("V3__more.sql", "select 3;").with("V4__last.sql", "select 4;");
        project.run("upgrade");
        project.without("V2__email.sql")
                .without("V4__last.sql")
                .with("V1__users.sql", "create table users (id bigint);")
                .with("V2.5__late.sql", "select 25;");
        assertThat(project.run("check")
                        .text()
                        .replaceAll("checksum -?\\d+", "checksum N")
                        .replaceAll("-?\\d+ was found", "N was found"))
                .isEqualTo("""
                exit 1
                app on localhost:PORT: V1__users.sql was changed after it was applied: checksum N was recorded, N was found
                  effect: `upgrade` is refused with exit code 7
                  remedy: restore the script as it was applied, and put the change into a new one

                app on localhost:PORT: revision 2 (V2__email.sql) is applied, but its script is missing
                  effect: `upgrade` is refused with exit code 7
                  remedy: put the missing script back, or forget the revision with `stamp --purge`

                app on localhost:PORT: revision 4 (V4__last.sql) is applied, but there is no such script
                  effect: `upgrade` is refused with exit code 7
                  remedy: the scripts, or the image that holds them, are likely older than the database: run the newer image, \
                or take the database back with it (`downgrade`), or forget the revision with `stamp --purge`

                app on localhost:PORT: the database is at 3, 2, 4, but scripts that come before were never applied; FOLDER/V2.5__late.sql
                  effect: `upgrade` is refused with exit code 3
                  remedy: give them a version above 3, 2, 4 (`renumber`), or apply them late with --allow-out-of-order

                4 problems: 3 revisions, 1 head; app on localhost:PORT is at 3, 2, 4
                """);
    }

    @Test
    void findsAScriptThatIsAppliedInPart() {
        project.with(
                "V3__index.sql",
                "create index concurrently i on users (id);\ncreate index concurrently j on users (no);");
        project.run("upgrade");
        assertThat(project.run("check").text()).isEqualTo("""
                exit 1
                app on localhost:PORT: 3 (V3__index.sql) is applied up to statement 1 of 2
                  effect: the database is between two revisions
                  remedy: run `upgrade`: it goes on from there

                app on localhost:PORT: R everyone is pending
                  effect: the database is behind the scripts
                  remedy: run `upgrade`

                2 problems: 3 revisions, 1 head; app on localhost:PORT is at 2
                """);
        project.with(
                "V3__index.sql",
                "create index concurrently k on users (id);\ncreate index concurrently j on users (id);");
        assertThat(project.run("check").out()).startsWith("""
                app on localhost:PORT: 3 (V3__index.sql) was begun and failed, and the statements that ran then are not those of the script now
                  effect: `upgrade` is refused with exit code 7
                """);
    }

    @Test
    void findsTablesWithoutAHistory() {
        project.execute("create table users (id int)");
        assertThat(project.run("check").text()).isEqualTo("""
                exit 1
                app on localhost:PORT: database app on localhost:PORT has tables but no history; found: users
                  effect: `upgrade` is refused with exit code 3
                  remedy: if these tables were made by the scripts, let `adopt` find out how far, or record it with \
                `stamp VERSION`, and run `upgrade` again; if they belong to something else, use an empty database or another schema (currentSchema in \
                DATABASE_URL)

                1 problem: 2 revisions, 1 head; app on localhost:PORT is before the first revision
                """);
    }

    @Test
    void findsWhatTheScriptsAloneTellAsWell() {
        project.run("upgrade");
        project.with("V3__a.sql", "-- revises: 2\nselect '${none}';").with("V4__b.sql", "-- revises: 2\nselect 4;");
        assertThat(project.run("check").text()).isEqualTo("""
                exit 1
                FOLDER/V3__a.sql:2: placeholder "none" has no value
                  effect: `upgrade` is refused before it changes anything
                  remedy: give it one: --placeholder none=value, or keep the text as it is: -- placeholders: off at the top, or, once it was applied, placeholderReplacement=false in V3__a.sql.conf

                FOLDER/V3__a.sql, FOLDER/V4__b.sql: the scripts have 2 heads: 3, 4; they part at 2
                  effect: `upgrade` is refused with exit code 3
                  remedy: join them with `merge -m "merge 3 and 4"`, or name one of them, or all of them as heads

                app on localhost:PORT: 2 revisions are pending: 3, 4
                  effect: the database is behind the scripts
                  remedy: run `upgrade`

                3 problems: 4 revisions, 2 heads; app on localhost:PORT is at 2
                """);
    }
}
