package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Runs with a manifest on databases that hold objects which no script made.
final class BystanderTest {
    @RegisterExtension
    private final Project project = new Project();

    private String run(String... arguments) {
        return project.run(arguments).text();
    }

    private void partitionedEvents() {
        project.with("V1__events.sql", """
                    create table events (at date not null, kind varchar(20)) partition by range (at);
                    create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
                    create index events_at on events (at);
                    """)
                .with("U1__events.sql", "drop table events;")
                .with("V2__note.sql", """
                    alter table events add note text;
                    create index events_note on events (note);
                    alter table events add constraint kind_ok check (kind <> '');
                    """)
                .with("U2__note.sql", "alter table events drop note, drop constraint kind_ok;")
                .with("V3__kind.sql", "alter table events alter kind type text;")
                .with("U3__kind.sql", "alter table events alter kind type varchar(20);")
                .with("V4__rename.sql", "alter table events rename to visits; alter table visits rename kind to sort;")
                .with("U4__rename.sql", "alter table visits rename to events; alter table events rename sort to kind;");
        Proved.on(project.folder());
    }

    @Test
    void partitionsOfTheApplicationFollowTheirTable() {
        partitionedEvents();
        run("upgrade", "1");
        project.execute("""
            create table events_2027 partition of events for values from ('2027-01-01') to ('2028-01-01');
            create index events_2027_kind on events_2027 (kind);
            create schema parts;
            create table parts."Events 2028" partition of events for values from ('2028-01-01') to ('2029-01-01');
            """);
        assertThat(run("upgrade")).isEqualTo("""
            exit 0
            applied 2  note  TIME
            applied 3  kind  TIME
            applied 4  rename  TIME
            applied 3 scripts in TIME: app on localhost:PORT is at 4
            """);
        assertThat(run("check")).startsWith("exit 0\n");
        assertThat(run("drift"))
                .contains("table parts.\"Events 2028\" is only in the database")
                .contains("index public.events_2027_kind is only in the database");
        assertThat(run("downgrade", "base", "--yes"))
                .endsWith("took back 4 revisions in TIME: app on localhost:PORT is before the first revision\n");
        assertThat(project.query("select tablename from pg_tables where tablename ~* '^(events|visits)'"))
                .isEmpty();
    }

    @Test
    void aPartitionThatTheScriptItselfShouldNotMakeIsRefused() {
        project.with("V1__events.sql", "create table events (at date not null) partition by range (at);")
                .with("V2__part.sql", """
                    do $$ begin
                      if current_database() not like 'slipway_scratch%' then
                        create table events_here partition of events default;
                      end if;
                    end $$;
                    """);
        Proved.on(project.folder());
        assertThat(run("upgrade"))
                .startsWith("exit 6\napplied 1  events  TIME\n")
                .contains("error: script \"V2__part.sql\" does something else here than when it was proved")
                .contains("state: 1 stayed applied; 2 was rolled back");
    }

    @Test
    void acceptedDriftMayGoWithItsTable() {
        project.with("V1__users.sql", "create table users (id int primary key, name varchar(80), born date);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__rename.sql", "alter table users rename to accounts;")
                .with("U2__rename.sql", "alter table accounts rename to users;");
        Proved.on(project.folder());
        run("upgrade", "1");
        project.execute("""
            alter table users add extra int check (extra > 0), alter name type text, drop born;
            create index users_extra on users (extra);
            """);
        assertThat(run("upgrade", "--accept-drift"))
                .startsWith("exit 0\ncontinuing although ")
                .endsWith("applied 1 script in TIME: app on localhost:PORT is at 2\n");
        assertThat(run("downgrade", "1", "--yes", "--accept-drift")).startsWith("exit 0\n");
    }

    @Test
    void whatAScriptDropsBesideWhatWasProvedIsKept() {
        project.with("V1__users.sql", "create table users (id int primary key, name text);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__drop.sql", "alter table users drop name cascade;")
                .with("U2__drop.sql", "alter table users add name text;");
        Proved.on(project.folder());
        run("upgrade", "1");
        project.execute("create schema reports; create view reports.names as select name from users");
        assertThat(run("upgrade"))
                .startsWith("exit 6\n")
                .contains("view reports.names is missing")
                .contains("state: this run applied nothing; 2 was rolled back");
        assertThat(project.query("select count(*) from reports.names")).containsExactly("0");
    }

    @Test
    void scriptsThatNameTheirSchemaAreHeldToTheirProof() {
        project.with("V1__app.sql", "create schema app; create table app.users (id int primary key);")
                .with("U1__app.sql", "drop schema app cascade;")
                .with("V2__name.sql", "alter table app.users add name text;")
                .with("U2__name.sql", "alter table app.users drop name;");
        Proved.on(project.folder());
        project.execute("create table of_somebody_else (id int)");
        project.execute("drop table of_somebody_else");
        assertThat(run("upgrade", "1")).isEqualTo("""
            exit 0
            applied 1  app  TIME
            applied 1 script in TIME: app on localhost:PORT is at 1
            """);
        project.execute("create table of_somebody_else (id int); alter table app.users add more int");
        assertThat(run("upgrade"))
                .startsWith("exit 3\n")
                .contains("1 object differs")
                .contains("column app.users.more is only in the database");
        project.execute("alter table app.users drop more");
        assertThat(run("upgrade")).startsWith("exit 0\napplied 2  name");
    }

    @Test
    void anExtensionThatIsThereBeforeItsScriptIsNoDrift() {
        project.with("V1__users.sql", "create table users (id int primary key);")
                .with("V2__citext.sql", "create extension if not exists citext; alter table users add email citext;");
        Proved.on(project.folder());
        run("upgrade", "1");
        project.execute("create extension citext");
        assertThat(run("upgrade")).startsWith("""
            exit 0
            V2__citext.sql:1: NOTICE: extension "citext" already exists, skipping
            applied 2  citext\
            """);
    }
}
