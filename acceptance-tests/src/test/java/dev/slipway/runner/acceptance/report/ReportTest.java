package dev.slipway.runner.acceptance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Run;


import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The page shows the scripts, their schema and a database, and loads nothing.
final class ReportTest {
    @RegisterExtension
    private final Project project = new Project();

    @TempDir
    private Path folder;

    @BeforeEach
    void scripts() {
        project.with("V1__users.sql", """
                        create table users (id bigint primary key, name varchar(20), nick text);
                        """)
                .with("U1__users.sql", "drop table users;")
                .with("V2__orders.sql", """
                        create table orders (id bigint primary key, buyer bigint not null references users (id));
                        alter table users alter name type varchar(40);
                        """)
                .with("V3__no_nick.sql", """
                        -- compat: contract
                        alter table users drop nick; -- <b>&amp;</b>
                        """)
                .with("R__names.sql", "create or replace view names as select name from users;");
        ProvedScripts.write(project.folder());
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

    /// Each part of the diagram that is shown, and how it differs.
    private static final String DIAGRAM = """
        [...document.querySelectorAll('svg g:not(.absent)')]
            .map(part => [part.getAttribute('class'), part.querySelector(':scope > text, :scope > title').textContent]
                .join(': '))
            .join('\\n') + '\\n' + text('difference')""";

    @Test
    void theDiagramIsThatOfTheLastRevisionOfOneThatIsChosenOrOfTheDifferenceOfTwo() throws Exception {
        project.offline("report", "--output", file().toString());
        assertThat(shown(DIAGRAM)).isEqualTo("""
            foreign-key: public.orders → public.users
            table: orders
            column: PK bigint not null
            column: FK bigint not null
            table: users
            column: PK bigint not null
            column: character varying(40)
            """);
        assertThat(page("#at=1").evaluate(DIAGRAM)).isEqualTo("""
            table: users
            column: PK bigint not null
            column: character varying(20)
            column: text
            """);
        assertThat(page("#at=3&with=1").evaluate(DIAGRAM)).isEqualTo("""
            foreign-key added: public.orders → public.users
            table added: orders
            column added: PK bigint not null
            column added: FK bigint not null
            table: users
            column: PK bigint not null
            column changed: character varying(20) → character varying(40)
            column removed: text
            foreign keys added: 1, tables added: 1, columns added: 2, columns changed: 1, columns removed: 1""");
    }

    @Test
    void aChoiceStandsInTheAddress() throws Exception {
        project.offline("report", "--output", file().toString());
        assertThat(shown("""
                (() => {
                    const choice = document.getElementById('with');
                    choice.value = '1';
                    choice.dispatchEvent(new Event('change', { bubbles: true }));
                    return window.location.hash + ' ' + text('difference');
                })()""")).isEqualTo("#at=3&with=2 columns removed: 1");
    }

    @Test
    void itFitsOnAPhoneAndLoadsNothing() throws Exception {
        written();
        assertThat(shown("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo("true");
        assertThat(shown("window.performance.getEntriesByType('resource').length")).isEqualTo("0");
        assertThat(Files.readString(file()))
                .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#x27;none&#x27;;")
                .doesNotContain("src=", "href=", "@import", "fetch(");
    }

    private String written() {
        return project.run("report", "--output", file().toString())
                .text()
                .replace(file().toString(), "FILE");
    }

    private String shown(String expression) throws Exception {
        return Run.masked(page("").evaluate(expression), project.database(), project.folder())
                .replaceAll("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2} UTC", "MINUTE");
    }
}
