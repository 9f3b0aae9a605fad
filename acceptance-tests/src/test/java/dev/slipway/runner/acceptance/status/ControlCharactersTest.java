package dev.slipway.runner.acceptance.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a terminal would obey is printed as an escape, wherever it comes from.
final class ControlCharactersTest {
    @RegisterExtension
    private final Project project = new Project();

    @Test
    void theNameOfAScriptIsPrintable() {
        project.with("V1__a\u001b[31mred\u0007\u007f.sql", "create table reds (id int);");
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 0
            applied 1  a\\u001b[31mred\\u0007\\u007f  TIME
            applied 1 script in TIME: app on localhost:PORT is at 1
            """);
        assertThat(project.run("history").text().replaceAll(" {2,}", "  ")).isEqualTo("""
            exit 0
            app on localhost:PORT

            REVISION  DESCRIPTION  STATE  APPLIED  BY  TIME
            1  a\\u001b[31mred\\u0007\\u007f  applied  MOMENT  app  TIME
            """);
        assertThat(project.run("history", "--format", "json").text()).isEqualTo("""
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
                    "description": "a\\u001b[31mred\\u0007\\u007f",
                    "state": "applied",
                    "installedOn": "MOMENT",
                    "installedBy": "app",
                    "milliseconds": 0,
                    "current": true,
                    "parents": [],
                    "script": "V1__a\\u001b[31mred\\u0007\\u007f.sql",
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

    @Test
    void theNameOfAFileThatIsNoScriptIsPrintable() {
        project.with("V1__a\u001b[31mred.sql", "create table reds (id int);").with("Vx__b\u001b[31mred.sql", "");
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 3
            --- stderr
            error: a script has a fault
              FOLDER/Vx__b\\u001b[31mred.sql: "x" is not a version: it may have digits, parted by . or _; \
            name it like V7__add_phone.sql, U7__add_phone.sql, B7__as_of_7.sql or R__active_users.sql
              state: nothing was changed
              help:  correct what is named above and run the command again
            """);
        assertThat(project.run("history").text()).isEqualTo("""
            exit 0
            app on localhost:PORT

            REVISION  DESCRIPTION  STATE    APPLIED  BY  TIME
            1         a\\u001b[31mred    pending

            `upgrade` is refused: a script has a fault
              FOLDER/Vx__b\\u001b[31mred.sql: "x" is not a version: it may have digits, parted by . or _; \
            name it like V7__add_phone.sql, U7__add_phone.sql, B7__as_of_7.sql or R__active_users.sql
              help:  correct what is named above and run the command again
            """);
    }

    @Test
    void whatCheckFindsIsPrintable() {
        project.with("V1__reds.sql", "create table reds (id int);").with("Vx__b\u001b[31mred\rerror.sql", "");
        assertThat(project.run("check").text()).isEqualTo("""
            exit 1
            FOLDER/Vx__b\\u001b[31mred\\u000derror.sql: "x" is not a version: it may have digits, parted by . or _
              effect: every command refuses the scripts
              remedy: name it like V7__add_phone.sql, U7__add_phone.sql, B7__as_of_7.sql or R__active_users.sql

            the database was not looked at: scripts with faults cannot be compared with it
            1 problem: 1 revision, 1 head
            """);
        assertThat(project.run("check", "--format", "github").text()).isEqualTo("""
            exit 1
            ::error file=FOLDER/Vx__b\\u001b[31mred%0Derror.sql,line=1,title=slipway check::"x" is not a version: \
            it may have digits, parted by . or _%0Aeffect: every command refuses the scripts%0Aremedy: \
            name it like V7__add_phone.sql, U7__add_phone.sql, B7__as_of_7.sql or R__active_users.sql
            ::notice title=slipway check::the database was not looked at: \
            scripts with faults cannot be compared with it
            1 problem: 1 revision, 1 head
            """);
    }

    @Test
    void whatTheServerSaysIsPrintable() {
        project.with("V1__reds.sql", """
            do $$ begin raise notice e'\\u001b[2J\\u009b1m\\u202eden\\u2066ten\\r\\nnext\\tcolumn'; end $$;
            select e'\\u001b[31mred'::int;
            """);
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 6
            V1__reds.sql:1: NOTICE: \\u001b[2J\\u009b1m\\u202eden\\u2066ten
              next\tcolumn
            --- stderr
            error: script "V1__reds.sql" failed at line 2, column 8: \
            invalid input syntax for type integer: "\\u001b[31mred"
               --> FOLDER/V1__reds.sql:2:8
              2 | select e'\\u001b[31mred'::int;
                |        ^
              sqlstate: 22P02
              state: this run applied nothing; 1 was rolled back
              help:  correct the script and run `upgrade` again
            """);
    }
}
