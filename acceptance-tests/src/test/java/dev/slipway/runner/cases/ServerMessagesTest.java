package dev.slipway.runner.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the server says of a script reaches who runs it: `hundreds-of-thousands-of-notices`.
final class ServerMessagesTest {
    private static final String CASE = "hundreds-of-thousands-of-notices";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void folder() {}

    @Test
    void theFirstAreShownAndTheOthersCounted() {
        Case.copied(CASE, project.folder());
        String text = project.run("upgrade").text();
        assertThat(text.lines()).hasSizeLessThan(20);
        assertThat(text)
                .contains("V1__noisy.sql:5: NOTICE: row 10 of the import was passed over")
                .contains("""
                    V1__noisy.sql: 399990 more messages of the server are not shown
                    applied 1  noisy  TIME
                    V2__warning.sql:1: NOTICE: two customers were looked at
                    V2__warning.sql:1: WARNING: one customer has no address: 4711
                    applied 2  warning  TIME
                    applied 2 scripts in TIME: app on localhost:PORT is at 2
                    """);
        assertThat(project.query("select count(*) from imported")).containsExactly("1");
    }

    @Test
    void standBesideTheDocumentAndAreThereIfTheScriptFails() {
        project.with("V1__addresses.sql", """
            create table users (id int);

            do $$ begin raise warning 'one has no address: 4711'; end $$;
            select 1 / 0;
            """);
        Run run = project.run("upgrade", "--format", "json");
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).isEqualTo("V1__addresses.sql:3: WARNING: one has no address: 4711\n");
        assertThat(run.out()).startsWith("{\n").contains("division by zero");
    }

    /// Those of a constraint that is looked at when the script ends belong to none of its lines.
    @Test
    void areShownOfWhatIsDeferred() {
        project.with("V1__orders.sql", """
            create table orders (id int primary key);
            create function look() returns trigger language plpgsql as $$ begin
                raise notice 'order % is looked at', new.id;
                if new.id < 0 then raise exception 'order % is none', new.id; end if;
                raise warning 'order % has no address', new.id;
                return null;
            end $$;
            create constraint trigger look after insert on orders deferrable initially deferred
                for each row execute function look();
            insert into orders values (7);
            """)
                .with(
                        "V2__alone.sql",
                        "-- transaction: off\nbegin;\ninsert into orders values (8);\ncommit;\nselect 1;\n")
                .with("V3__wrong.sql", "insert into orders values (-1);");
        Run run = project.run("upgrade");
        assertThat(run.out()).isEqualTo("""
            V1__orders.sql: NOTICE: order 7 is looked at
            V1__orders.sql: WARNING: order 7 has no address
            applied 1  orders  TIME
            V2__alone.sql: NOTICE: order 8 is looked at
            V2__alone.sql: WARNING: order 8 has no address
            applied 2  alone  TIME
            V3__wrong.sql: NOTICE: order -1 is looked at
            """);
        assertThat(run.err()).contains("order -1 is none");
    }

    @Test
    void areThereIfTheStatementThatSaysThemFails() {
        project.with("V1__addresses.sql", """
            do $$ begin
                raise notice '7 were looked at';
                raise exception 'one has no address';
            end $$;
            """);
        Run run = project.run("upgrade");
        assertThat(run.out()).isEqualTo("V1__addresses.sql:1: NOTICE: 7 were looked at\n");
        assertThat(run.err()).contains("failed at line 1, column 1: one has no address");
    }

    @Test
    void areShownAsTheyAre() {
        project.with("V1__texts.sql", """
            do $$ begin
                raise notice E'100%% of them: %s %%\\nZoë 🦊\\r\\n\\tend', 'x';
                raise warning 'odd' using detail = 'two of them', hint = 'look at both';
                raise info 'told';
            end $$;
            """)
                .with("V2__server.sql", "-- transaction: off\nset local lock_timeout = 1000;\n");
        assertThat(project.run("upgrade").out()).startsWith("""
            V1__texts.sql:1: NOTICE: 100% of them: xs %
              Zoë 🦊
              \tend
            V1__texts.sql:1: WARNING: odd
              DETAIL: two of them
              HINT: look at both
            V1__texts.sql:1: INFO: told
            applied 1  texts  TIME
            V2__server.sql:2: WARNING: SET LOCAL can only be used in transaction blocks
            applied 2  server  TIME
            """);
    }

    @Test
    void areBoundedByWhatTheScriptWantsToHear() {
        project.with("V1__quiet.sql", """
            set client_min_messages = error;
            do $$ begin raise warning 'unheard'; end $$;
            set client_min_messages = debug5;
            do $$ begin raise debug 'heard'; end $$;
            """)
                .with("V2__next.sql", "do $$ begin raise debug 'unheard'; raise notice 'heard again'; end $$;");
        String out = project.run("upgrade").out();
        assertThat(out).doesNotContain("unheard").contains("\nV2__next.sql:1: NOTICE: heard again\n");
        assertThat(out.lines().filter(line -> line.startsWith("V1__quiet.sql"))).hasSizeLessThan(13);
    }

    @Test
    void areBoundedByWhatTheRoleWantsToHear() {
        project.execute("alter role current_user in database \"%s\" set client_min_messages = debug1"
                .formatted(project.database().name()));
        project.with("V1__users.sql", "create table users (id int primary key);");
        assertThat(project.run("upgrade").out()).startsWith("""
            V1__users.sql:1: DEBUG: CREATE TABLE / PRIMARY KEY will create implicit index "users_pkey" for table "users\"\
            """);
    }

    @Test
    void areThoseOfEveryScript() {
        project.with(
                        "V1__view.sql",
                        "create table if not exists users (id int); create table if not exists users (id int);")
                .with("V2__alone.sql", """
                    -- transaction: off
                    do $$ begin raise notice 'before'; end $$;
                    vacuum users;
                    begin;
                    do $$ begin raise notice 'within'; end $$;
                    commit;
                    """)
                .with("R__view.sql", "drop view if exists ids; create view ids as select id from users;");
        assertThat(project.run("upgrade").out()).isEqualTo("""
            V1__view.sql:1: NOTICE: relation "users" already exists, skipping
            applied 1  view  TIME
            V2__alone.sql:2: NOTICE: before
            V2__alone.sql:5: NOTICE: within
            applied 2  alone  TIME
            R__view.sql:1: NOTICE: view "ids" does not exist, skipping
            applied R  view  TIME
            applied 3 scripts in TIME: app on localhost:PORT is at 2
            """);
    }

    @Test
    void ofADowngradeAreSaidOnceThoughItIsRehearsed() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("U1__users.sql", "do $$ begin raise notice 'one is lost'; end $$; drop table users;");
        project.run("upgrade");
        assertThat(project.run("downgrade", "base", "--yes").out())
                .containsOnlyOnce("U1__users.sql:1: NOTICE: one is lost\n");
    }

    @Test
    void ofARehearsalAreSaidIfItFails() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("U1__users.sql", "do $$ begin raise notice 'one is lost'; end $$; select 1 / 0;");
        project.run("upgrade");
        Run run = project.run("downgrade", "base", "--yes");
        assertThat(run.out()).isEqualTo("U1__users.sql:1: NOTICE: one is lost\n");
        assertThat(run.err()).contains("division by zero");
    }
}
