package dev.slipway.runner.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The page shows the scripts, their schema and a database, and loads nothing.
public final class ReportTest {
    @RegisterExtension
    private final Project project = new Project();

    @TempDir
    private Path folder;

    @BeforeEach
    void scripts() {
        ReportedScripts.write(project);
    }

    private Path file() {
        return folder.resolve("report.html");
    }

    private ShownPage page(String fragment) {
        return new ShownPage(file(), fragment);
    }

    @Test
    void withADatabaseItShowsPositionPendingAndDrift() throws Exception {
        project.run("upgrade", "2");
        project.execute("alter table orders add note text");
        assertThat(written()).isEqualTo("""
            exit 0
            wrote FILE: 3 revisions
            app on localhost:PORT is at 2, 2 pending, drift: 1 object is not as proved
            """);
        assertThat(shown("document.querySelector('header').innerText")).isEqualTo("""
            Schema report
            Scripts
            4, head 3
            Database
            app on localhost:PORT
            Revision
            2
            Pending
            2
            Drift
            1 object is not as proved
            Written
            MINUTE""");
        assertThat(shown("text('pending')")).isEqualTo("""
            Pending
            3 no nick
            -- compat: contract
            alter table users drop nick; -- <b>&amp;</b>
            R names
            create or replace view names as select name from users;""");
        assertThat(shown("text('drift')")).isEqualTo("""
            Drift
            1 object is not as proved
            column public.orders.note is only in the database
              + text
            to make it as it was proved:
            ALTER TABLE ONLY public.orders
                DROP COLUMN note;""");
    }

    @Test
    void aRevisionTellsWhatItChangesAndWhatBecameOfIt() throws Exception {
        project.run("upgrade", "2");
        written();
        assertThat(shown("""
                [...document.querySelectorAll('details')].map(each => { each.open = true; return ''; }).join('')
                + text('revisions')""")).isEqualTo("""
            Revisions
            *
            1 users applied
            applied MOMENT by app in TIME
            can be taken back: U1__users.sql restores the schema
            Changes
            + table public.users
            + column public.users.id: bigint not null
            + column public.users.name: character varying(20)
            + column public.users.nick: text
            + constraint public.users.users_pkey: PRIMARY KEY (id)
            V1__users.sql
            create table users (id bigint primary key, name varchar(20), nick text);
            U1__users.sql
            drop table users;
            *
            2 orders appliedthe database
            applied MOMENT by app in TIME
            builds on 1
            has no undo script
            Changes
            + table public.orders
            + column public.orders.buyer: bigint not null
            + column public.orders.id: bigint not null
            ~ column public.users.name: character varying(20) → character varying(40)
            + constraint public.orders.orders_buyer_fkey: FOREIGN KEY (buyer) REFERENCES public.users(id)
            + constraint public.orders.orders_pkey: PRIMARY KEY (id)
            V2__orders.sql
            create table orders (id bigint primary key, buyer bigint not null references users (id));
            alter table users alter name type varchar(40);
            *
            3 no nick pendingcontract
            not applied
            builds on 2
            has no undo script
            Changes
            - column public.users.nick
            V3__no_nick.sql
            -- compat: contract
            alter table users drop nick; -- <b>&amp;</b>
            R names pending
            not applied
            R__names.sql
            create or replace view names as select name from users;""");
    }

    @Test
    void itFitsOnAPhoneAndLoadsNothing() throws Exception {
        written();
        assertThat(shown("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo("true");
        assertThat(shown("window.performance.getEntriesByType('resource').length"))
                .isEqualTo("0");
        assertThat(Files.readString(file()))
                .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#x27;none&#x27;;")
                .doesNotContain("src=", "href=", "@import", "fetch(");
    }

    @Test
    void withoutAManifestItSaysSo() throws Exception {
        project.without("manifest.json");
        assertThat(project.offline("report", "--output", file().toString(), "--format", "json")
                        .text()
                        .replace(file().toString(), "FILE"))
                .isEqualTo("""
                    exit 0
                    {
                      "exitCode": 0,
                      "result": {
                        "file": "FILE",
                        "revisions": 3,
                        "proved": false,
                        "database": null,
                        "position": [],
                        "pending": null,
                        "drift": null,
                        "tenants": null,
                        "refusal": null
                      }
                    }
                    """);
        assertThat(shown("text('schema') + '\\n' + text('drift')")).isEqualTo("""
            Schema
            unknown: there is no manifest.json; `slipway prove` writes it
            Drift
            no database was asked""");
        project.run("upgrade", "1");
        assertThat(written()).isEqualTo("""
            exit 0
            wrote FILE: 3 revisions, without the schema: there is no manifest.json, which `prove` writes
            app on localhost:PORT is at 1, 3 pending, drift: not compared: the scripts have no manifest: the schema that they make is unknown
            """);
    }

    @Test
    void aDatabaseWithoutHistoryAndAFaultOfAScriptArePartOfIt() throws Exception {
        project.with("V3_misnamed.sql", "select 1;");
        assertThat(written()).isEqualTo("""
            exit 0
            wrote FILE: 3 revisions
            app on localhost:PORT is before the first revision, 4 pending, drift: not compared: database app on localhost:PORT is empty and has no history: nothing was applied yet
            `upgrade` is refused: a script has a fault
              FOLDER/V3_misnamed.sql: "3_misnamed" is not a version: it may have digits, parted by . or _; name it like V7__add_phone.sql, U7__add_phone.sql, B7__as_of_7.sql or R__active_users.sql
              help:  correct what is named above and run the command again
            """);
        assertThat(shown("document.querySelector('header .bad').innerText")).isEqualTo("""
            refused: a script has a fault
            FOLDER/V3_misnamed.sql: "3_misnamed" is not a version: it may have digits, parted by . or _; name it like V7__add_phone.sql, U7__add_phone.sql, B7__as_of_7.sql or R__active_users.sql""");
    }

    @Test
    void noSecretReachesIt() throws Exception {
        project.with("V4__role.sql", "create role clerk password 'hunter2';\n-- a \u202e turn");
        project.offline("report", "--output", file().toString());
        assertThat(Files.readString(file()))
                .contains("password &#x27;***&#x27;")
                .doesNotContain("hunter2", "\u202e");
    }

    @Test
    void anOutputThatCannotBeWrittenAndADatabaseThatDoesNotAnswerAreRefused() {
        assertThat(project.offline("report", "--output", folder.toString())
                        .text()
                        .replace(folder.toString(), "PLACE"))
                .isEqualTo("""
                    exit 2
                    --- stderr
                    error: file "PLACE" cannot be written: Is a directory
                      state: nothing was changed
                      help:  correct --output
                    """);
        assertThat(project.offline("report", "--url", "postgresql://app:secret@localhost:1/app", "--wait-timeout", "0")
                        .text()
                        .replaceFirst("after \\d+ ms", "after TIME"))
                .isEqualTo("""
                    exit 4
                    --- stderr
                    error: database app on localhost:1 is not usable: nothing listens there
                      driver: Connection refused
                      state: nothing was changed; gave up after TIME and 1 attempt
                      help:  check host and port, and that PostgreSQL is running (in a container, localhost is the container itself)
                    """);
    }

    private String written() {
        return project.run("report", "--output", file().toString()).text().replace(file().toString(), "FILE");
    }

    private String shown(String expression) throws Exception {
        return Run.masked(page("").evaluate(expression), project.database(), project.folder())
                .replaceAll("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} UTC", "MINUTE");
    }
}
