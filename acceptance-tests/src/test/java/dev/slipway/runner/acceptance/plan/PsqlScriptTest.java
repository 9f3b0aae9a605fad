package dev.slipway.runner.acceptance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Program;
import dev.slipway.runner.acceptance.DatabaseText;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Psql;
import dev.slipway.runner.acceptance.Reference;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What `psql` leaves behind is what the runner leaves behind.
final class PsqlScriptTest {
    private final TestDatabase byPsql = PostgresServer.shared().createDatabase();
    private final TestDatabase byRunner = PostgresServer.shared().createDatabase();

    @RegisterExtension
    private final Project project = new Project();

    @BeforeAll
    static void needsPsql() {
        Program.require("psql", "postgresql-client-15");
    }

    @BeforeEach
    void allKindsOfScripts() {
        project.with("V1__accounts.sql", """
                    create table account (id int primary key, name text not null, tags int[]);
                    comment on table account is '${note}';
                    """)
                .with("V2__people.sql", """
                    set client_encoding = 'LATIN1';
                    copy account (id, name) from stdin;
                    1\tZoë it's "quoted
                    2\t\\\\if :id
                    \\.
                    insert into account values (3, 'a '':id'' b', '{1,2,3}');
                    """)
                .with("V3__indexes.sql", """
                    set lock_timeout = '3s';
                    create index concurrently account_name on account (name);
                    create index concurrently account_tags on account using gin (tags);\
                    """)
                .with("V4__left.sql", "-- revises: 3\nalter table account add left_side text;")
                .with("V5__right.sql", "-- revises: 3\n-- compat: contract\nalter table account add right_side text;")
                .with("V6__both.sql", "-- revises: 4, 5\n")
                .with("V7__odd.sql", """
                    -- compat: contract
                    set search_path = pg_catalog;
                    /* :id /* and */ ' */
                    create view public.odd as
                    select tags[1:id] as part, id::text as text, ':id' as word, E'\\':id' as mark, 1 ":id", $q$:'id$q$
                    from public.account;
                    do $$ begin
                        execute 'comment on view public.odd is ''größer :id''';
                    end $$;
                    select 1 -- no line end\
                    """)
                .with("R__names.sql", "create or replace view names as select name from account;")
                .with("R__ids.sql", "create or replace view ids as select id, '${note}'::text as note from account;")
                .with("U7__odd.sql", "drop view odd;")
                .with("U6__both.sql", "select 6;")
                .with("U5__right.sql", "alter table account drop right_side;")
                .with("U4__left.sql", "alter table account drop left_side;")
                .with("U3__indexes.sql", "drop index concurrently account_tags; drop index concurrently account_name;")
                .with("U2__people.sql", "delete from account;")
                .with("U1__accounts.sql", "drop table account cascade;");
    }

    @Test
    void fromBaseToHead() {
        applies("upgrade", "base:head", "--sql");
        run(byRunner, "upgrade");

        assertSame();
        assertThat(run(byPsql, "upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 7\n");
        assertThat(StockFlyway.on(byPsql, project.folder(), Map.of("note", "a :id note"))
                        .validateWithResult()
                        .validationSuccessful)
                .isTrue();
        assertThat(byPsql.query("select part, text, word, mark from odd where text = '3'"))
                .containsExactly("{1,2,3}|3|:id|':id");
        assertThat(byPsql.query("select name from account order by id"))
                .containsExactly("Zoë it's \"quoted", "\\if :id", "a ':id' b");
    }

    @Test
    void fromTheMiddle() {
        run(byPsql, "upgrade", "4");
        run(byRunner, "upgrade", "4");

        applies("plan", "--from", "4", "--to", "heads");
        run(byRunner, "upgrade");

        assertSame();
    }

    @Test
    void withADatabaseItHoldsWhatIsPendingThere() {
        run(byPsql, "upgrade");
        run(byRunner, "upgrade");
        project.with("R__names.sql", "create or replace view names as select name, id from account;")
                .with("V8__later.sql", "create table later (id int);");

        String script = run(byPsql, "plan").out();
        run(byRunner, "upgrade");

        assertThat(script).contains("""
            --     8  later
            --     R  names
            --     R  ids, if another script drops or replaces what it made
            --
            """);
        assertThat(Psql.run(byPsql, script).exitCode()).isZero();
        assertSame();
        assertThat(run(byPsql, "plan").out())
                .isEqualTo("-- Made by Slipway: nothing to do, app on localhost:PORT is at 8\n");
    }

    @Test
    void repeatableScriptsThatHaveNotChangedArePassedOver() {
        run(byPsql, "upgrade");
        project.with("R__names.sql", "create or replace view names as select name, id from account;");

        Psql psql = applies("plan", "7:head");

        assertThat(psql.out()).isEqualTo("applying R  names\ndone: the database is at 7\n");
        assertThat(run(byPsql, "upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 7\n");
    }

    @Test
    void downAndUpAgain() {
        run(byPsql, "upgrade");
        run(byRunner, "upgrade");

        applies("downgrade", "7:3", "--sql");
        run(byRunner, "downgrade", "3", "--yes");
        assertSame();

        applies("downgrade", "3:base", "--sql");
        run(byRunner, "downgrade", "base", "--yes");
        assertSame();

        applies("upgrade", "base:head", "--sql");
        run(byRunner, "upgrade");
        assertSame();
    }

    @Test
    void planShowsTheWayDownToATargetBelow() {
        run(byPsql, "upgrade");
        run(byRunner, "upgrade");

        applies("plan", "4");
        run(byRunner, "downgrade", "4", "--yes");

        assertSame();
    }

    @Test
    void theReferenceScripts() {
        String up = Reference.run(byRunner, "upgrade", "base:head", "--sql").out();
        assertThat(Psql.run(byPsql, up).exitCode()).isZero();
        assertThat(Reference.run(byRunner, "upgrade").exitCode()).isZero();
        assertSame();

        String down = Reference.run(byRunner, "downgrade", "head:base", "--sql").out();
        assertThat(Psql.run(byPsql, down).exitCode()).isZero();
        assertThat(Reference.run(byRunner, "downgrade", "base", "--yes").exitCode())
                .isZero();
        assertSame();
    }

    @Test
    void whatIsHardToSplitIsSplitAlike() {
        project.with("V8__windows.sql", "copy account (id, name) from stdin;\r\n8\tx\r\n\\.\r\nselect 'a\r\nb';\r\n")
                .with("V9__several_in_one.sql", """
                    create function several(n int) returns int language sql
                    begin atomic
                        select 1;
                        select case when n > 1 then 2 else 3 end;
                    end;
                    create rule also as on update to account do also (select 1; select 2);
                    """)
                .with("V10__alone.sql", """
                    -- transaction: off
                    set role none;
                    vacuum account;
                    copy account (id, name) from stdin;
                    10\tit's
                    \\.
                    """);

        applies("upgrade", "base:10", "--sql");
        run(byRunner, "upgrade", "10");

        assertSame();
        String rows = "select id, name from account where id > 7 order by id";
        assertThat(byPsql.query(rows)).containsExactly("8|x", "10|it's").isEqualTo(byRunner.query(rows));
    }

    @Test
    void actsAsTheOwnerRole() {
        byPsql.server().execute("create role offline_owner");
        byPsql.server().execute("grant offline_owner to " + byPsql.owner());
        byPsql.server().execute("grant create on database %s to offline_owner".formatted(byPsql.name()));
        byPsql.execute("grant create on schema public to offline_owner");

        applies("upgrade", "base:head", "--sql", "--owner-role", "offline_owner");

        assertThat(byPsql.query("select distinct tableowner from pg_tables where schemaname = 'public'"))
                .containsExactly("offline_owner");
        assertThat(byPsql.query("select distinct installed_by from flyway_schema_history"))
                .containsExactly("offline_owner");
    }

    private void assertSame() {
        assertThat(DatabaseText.of(byPsql)).isEqualTo(DatabaseText.of(byRunner));
    }

    /// Variables of psql with the names of columns would change the script if psql saw them.
    private Psql applies(String... arguments) {
        Run made = run(byPsql, arguments);
        assertThat(made.exitCode()).as(made.text()).isZero();
        Psql psql = Psql.run(byPsql, made.out(), "-v", "id=99", "-v", "text=evil");
        assertThat(psql.exitCode()).as(psql.err()).isZero();
        return psql;
    }

    private Run run(TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--placeholder", "note=a :id note"));
        return Run.on(database, project.folder(), all.toArray(String[]::new));
    }
}
