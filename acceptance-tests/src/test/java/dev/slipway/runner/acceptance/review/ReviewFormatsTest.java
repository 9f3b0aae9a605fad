package dev.slipway.runner.acceptance.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `check`, `plan` and `prove` in the forms of services that show a change.
final class ReviewFormatsTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoScripts() {
        Reviewed.twoScripts(project);
    }

    @Test
    void goodScriptsNeedNoRemark() {
        assertThat(run("check", "github")).isEqualTo("exit 0\nno problems: 2 revisions, 1 head\n");
        assertThat(run("check", "markdown")).isEqualTo("""
            exit 0
            ### slipway check

            no problems: 2 revisions, 1 head
            --- stderr
            no problems: 2 revisions, 1 head
            """);
    }

    @Test
    void nothingThatStandsInAFileIsACommand() {
        project.with("V3__50%,a|b:c d.sql", "-- first\n-- transaction: no\nselect 1;\n")
                .with("V4__x.sql", "-- transaction: 100%::error::@team|<b>`_x_ https://example.org\nselect 1;\n");

        assertThat(run("check", "github")).isEqualTo("""
            exit 1
            ::error file=V3__50%25%2Ca|b%3Ac d.sql,line=2,title=slipway check::"no" is neither on nor off%0Aeffect: every command refuses the scripts%0Aremedy: write -- transaction: off
            ::error file=V4__x.sql,line=1,title=slipway check::"100%25::error::@team|<b>`_x_ https://example.org" is neither on nor off%0Aeffect: every command refuses the scripts%0Aremedy: write -- transaction: off
            2 problems: 4 revisions, 1 head
            """);
        assertThat(run("check", "markdown")).isEqualTo("""
            exit 1
            ### slipway check

            2 problems: 4 revisions, 1 head

            |  | where | what | effect | remedy |
            |---|---|---|---|---|
            | error | V3\\_\\_50%,a\\|b:c d.sql:2 | "no" is neither on nor off | every command refuses the scripts | write -- transaction: off |
            | error | V4\\_\\_x.sql:1 | "100%::error::@&#8203;team\\|&lt;b&gt;\\`\\_x\\_ https:&#8203;//example.org" is neither on nor off | every command refuses the scripts | write -- transaction: off |
            --- stderr
            2 problems: 4 revisions, 1 head
            """);
    }

    @Test
    void aPlanShowsStepsAndWhatIsKnownOfThem() {
        project.with("V2__email.sql", "create index on users (id);\nalter table users alter id set not null;\n");
        Proved.on(project.folder());
        project.run("upgrade", "1");
        project.with("V3__phone.sql", "-- allow: blocking-index small | table\ncreate index on users (id);\n");

        assertThat(run("plan", "github")).isEqualTo("""
            exit 0
            ::warning file=V3__phone.sql,line=1,title=slipway plan::the script was never proved%0Aeffect: `upgrade` refuses it with exit code 3%0Aremedy: run `prove`, and commit manifest.json with the scripts
            ::warning file=V2__email.sql,line=1,title=slipway plan%3A blocking-index::public.users was locked against writes while index public.users_id_idx was built%0Aeffect: nobody can write to the table while the index is built or dropped%0Aremedy: build and drop it with CONCURRENTLY, in a script of its own; see docs/hazards/blocking-index.md
            ::warning file=V2__email.sql,line=2,title=slipway plan%3A not-null-scan::public.users was locked against reads and writes while all its rows were read for nulls in id%0Aeffect: nobody can read or write the table while all its rows are checked%0Aremedy: first add CHECK (... IS NOT NULL) NOT VALID, validate it in the next revision, and set NOT NULL after that; see docs/hazards/not-null-scan.md
            ::warning file=V2__email.sql,line=2,title=slipway plan%3A fails-on-data::column "id" of relation "users" contains null values%0Aeffect: the script works on empty tables and fails on filled ones%0Aremedy: make the rows fit in an earlier revision; see docs/hazards/fails-on-data.md
            upgrade from 1 to 3, 2 scripts: app on localhost:PORT
            --- stderr
            V3__phone.sql was never proved: no run would accept it
            """);
        assertThat(run("plan", "markdown")).isEqualTo("""
            exit 0
            ### slipway plan

            upgrade from 1 to 3, 2 scripts: app on localhost:PORT

            | revision | description | script | statements | in a transaction |
            |---|---|---|---|---|
            | 2 | email | V2\\_\\_email.sql | 2 | yes |
            | 3 | phone | V3\\_\\_phone.sql | 1 | yes |

            |  | where | what | effect | remedy |
            |---|---|---|---|---|
            | warning | V3\\_\\_phone.sql:1 | the script was never proved | \\`upgrade\\` refuses it with exit code 3 | run \\`prove\\`, and commit manifest.json with the scripts |
            | warning | V2\\_\\_email.sql:1 | blocking-index: public.users was locked against writes while index public.users\\_id\\_idx was built | nobody can write to the table while the index is built or dropped | build and drop it with CONCURRENTLY, in a script of its own; see docs/hazards/blocking-index.md |
            | warning | V2\\_\\_email.sql:2 | not-null-scan: public.users was locked against reads and writes while all its rows were read for nulls in id | nobody can read or write the table while all its rows are checked | first add CHECK (... IS NOT NULL) NOT VALID, validate it in the next revision, and set NOT NULL after that; see docs/hazards/not-null-scan.md |
            | warning | V2\\_\\_email.sql:2 | fails-on-data: column "id" of relation "users" contains null values | the script works on empty tables and fails on filled ones | make the rows fit in an earlier revision; see docs/hazards/fails-on-data.md |
            --- stderr
            V3__phone.sql was never proved: no run would accept it
            upgrade from 1 to 3, 2 scripts: app on localhost:PORT
            """);
    }

    @Test
    void hazardsStandBesideTheirLines() {
        project.with("V3__index.sql", "\ncreate index on users (id);\n");
        Proved.on(project.folder());

        assertThat(run("prove", "github", "--check")).isEqualTo("""
            exit 1
            ::error file=V3__index.sql,line=2,title=slipway prove%3A blocking-index::public.users was locked against writes while index public.users_id_idx was built%0Aeffect: nobody can write to the table while the index is built or dropped%0Aremedy: build and drop it with CONCURRENTLY, in a script of its own; see docs/hazards/blocking-index.md
            1 problem: 3 revisions, 0 scripts proved now; FOLDER/manifest.json was compared
            """);
        assertThat(run("prove", "markdown", "--check")).isEqualTo("""
            exit 1
            ### slipway prove

            1 problem: 3 revisions, 0 scripts proved now; FOLDER/manifest.json was compared

            |  | where | what | effect | remedy |
            |---|---|---|---|---|
            | error | V3\\_\\_index.sql:2 | blocking-index: public.users was locked against writes while index public.users\\_id\\_idx was built | nobody can write to the table while the index is built or dropped | build and drop it with CONCURRENTLY, in a script of its own; see docs/hazards/blocking-index.md |
            --- stderr
            1 problem: 3 revisions, 0 scripts proved now; FOLDER/manifest.json was compared
            """);
    }

    @Test
    void whatIsSaidOfADatabaseStandsWithTheScripts() {
        project.run("upgrade", "1");

        assertThat(run("check", "github", "--url", project.database().url())).isEqualTo("""
            exit 1
            ::error title=slipway check::app on localhost:PORT: revision 2 is pending%0Aeffect: the database is behind the scripts%0Aremedy: run `upgrade`
            1 problem: 2 revisions, 1 head; app on localhost:PORT is at 1
            """);
    }

    @Test
    void aFailureIsARemark() {
        assertThat(run("check", "github", "--url", "postgresql://app:secr%25t@localhost:1/app", "--wait-timeout", "0"))
                .isEqualTo("""
            exit 4
            ::error title=slipway check%3A database-unavailable::database app on localhost:PORT is not usable: nothing listens there%0Adriver: Connection refused%0Aeffect: nothing was changed; gave up after TIME and 1 attempt%0Aremedy: check host and port, and that PostgreSQL is running (in a container, localhost is the container itself)
            error: database app on localhost:PORT is not usable: nothing listens there
            """);
        project.with("V2__phone.sql", "select 1;").with("V3_misnamed.sql", "select 1;");
        assertThat(run("plan", "github")).isEqualTo("""
            exit 3
            ::error file=V2__phone.sql,line=1,title=slipway plan%3A scripts-invalid::"2" is taken already by FOLDER/V2__email.sql%0Aeffect: nothing was changed%0Aremedy: give the one that was applied nowhere yet another version, for example `renumber V2__phone.sql`
            ::error file=V3_misnamed.sql,line=1,title=slipway plan%3A scripts-invalid::"3_misnamed" is not a version: it may have digits, parted by . or _%0Aeffect: nothing was changed%0Aremedy: name it like V7__add_phone.sql, U7__add_phone.sql, B7__as_of_7.sql or R__active_users.sql
            error: the scripts have 2 faults
            """);
        assertThat(run("plan", "markdown")).isEqualTo("""
            exit 3
            ### slipway plan

            error: the scripts have 2 faults

            |  | where | what | effect | remedy |
            |---|---|---|---|---|
            | error | V2\\_\\_phone.sql:1 | "2" is taken already by FOLDER/V2\\_\\_email.sql | nothing was changed | give the one that was applied nowhere yet another version, for example \\`renumber V2\\_\\_phone.sql\\` |
            | error | V3\\_misnamed.sql:1 | "3\\_misnamed" is not a version: it may have digits, parted by . or \\_ | nothing was changed | name it like V7\\_\\_add\\_phone.sql, U7\\_\\_add\\_phone.sql, B7\\_\\_as\\_of\\_7.sql or R\\_\\_active\\_users.sql |
            --- stderr
            error: the scripts have 2 faults
              FOLDER/V2__phone.sql: "2" is taken already by FOLDER/V2__email.sql; give the one that was applied nowhere yet another version, for example `renumber V2__phone.sql`
              FOLDER/V3_misnamed.sql: "3_misnamed" is not a version: it may have digits, parted by . or _; name it like V7__add_phone.sql, U7__add_phone.sql, B7__as_of_7.sql or R__active_users.sql
              state: nothing was changed
              help:  correct what is named above and run the command again
            """);
    }

    /// GitHub takes blanks before a command away, and knows older commands anywhere in a line.
    @Test
    void whatAScriptSaysIsNoCommand() {
        project.with(
                "V3__says.sql",
                "do $$ begin raise warning E'first\\n::error::no\\n \\u00a0::warning::no\\nx ##[error]no'; end $$;\n");
        assertThat(upgraded(Map.of("GITHUB_ACTIONS", "true"))).contains("""
            V3__says.sql:1: WARNING: first
              : :error::no
               \u00a0: :warning::no
              x ## [error]no
            """);
        assertThat(upgraded(Map.of())).contains("""
            V3__says.sql:1: WARNING: first
              ::error::no
               \u00a0::warning::no
              x ##[error]no
            """);
    }

    private String upgraded(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("DATABASE_URL", PostgresServer.shared().createDatabase().url());
        return Run.with(all, "upgrade", "--locations", project.folder().toString())
                .text();
    }

    @Test
    void otherCommandsHaveTextAndJsonAlone() {
        assertThat(run("heads", "sarif2")).isEqualTo("""
            exit 2
            --- stderr
            error: invalid value for option "--format": "sarif2" is not one of text, json
              state: nothing was changed
              help:  see `slipway heads --help`
            """);
        assertThat(run("upgrade", "github")).isEqualTo("""
            exit 2
            ::error title=slipway upgrade%3A usage-failure::invalid value for option "--format": "github" is not one of text, json%0Aeffect: nothing was changed%0Aremedy: see `slipway upgrade --help`
            error: invalid value for option "--format": "github" is not one of text, json
            """);
    }

    private String run(String command, String format, String... more) {
        return Reviewed.run(project, command, format, more);
    }
}
