package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UpgradeTest {
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @BeforeEach
    void twoScripts(@TempDir Path folder) {
        scripts = new ScriptFolder(folder)
                .with("V1__create_users.sql", "create table users (id int primary key, name text);")
                .with("V2__add_email.sql", "alter table users add email text;");
    }

    @Test
    void appliesEverythingToAnEmptyDatabase() {
        assertThat(upgrade().text()).isEqualTo("""
                exit 0
                applied 1  create users  TIME
                applied 2  add email  TIME
                applied 2 scripts in TIME: app on localhost:PORT is at 2
                nothing was compared with what was proved: there is no manifest
                """);
        assertThat(history())
                .containsExactly(
                        "1|1|create users|SQL|V1__create_users.sql|t", "2|2|add email|SQL|V2__add_email.sql|t");
    }

    @Test
    void hasNothingToDoTheSecondTime() {
        upgrade();
        assertThat(upgrade().text()).isEqualTo("""
                exit 0
                nothing to do: app on localhost:PORT is at 2
                """);
    }

    @Test
    void appliesOnlyWhatIsNewAtALaterDeployment() {
        upgrade();
        scripts.with("sub/V3__add_phone.sql", "alter table users add phone text;");
        assertThat(upgrade().text()).isEqualTo("""
                exit 0
                applied 3  add phone  TIME
                applied 1 script in TIME: app on localhost:PORT is at 3
                nothing was compared with what was proved: there is no manifest
                """);
        assertThat(history()).last().isEqualTo("3|3|add phone|SQL|sub/V3__add_phone.sql|t");
    }

    @Test
    void stopsAtTheTarget() {
        assertThat(upgrade("1").text()).isEqualTo("""
                exit 0
                applied 1  create users  TIME
                applied 1 script in TIME: app on localhost:PORT is at 1
                nothing was compared with what was proved: there is no manifest
                """);
        assertThat(upgrade("7").text()).isEqualTo("""
                exit 2
                --- stderr
                error: target "7" is not a known revision
                  state: nothing was changed
                  help:  use head, or one of 1, 2
                """);
    }

    @Test
    void tellsWhereAScriptFailedAndWhatStayedApplied() {
        scripts.with("V3__add_orders.sql", """
                -- orders of users
                create table orders (id int primary key);

                create view late_orders as
                \tselect id from orders where dew < now();
                """);
        assertThat(upgrade().text()).isEqualTo("""
                exit 6
                applied 1  create users  TIME
                applied 2  add email  TIME
                --- stderr
                error: script "V3__add_orders.sql" failed at line 5, column 30: column "dew" does not exist
                   --> FOLDER/V3__add_orders.sql:5:30
                  5 | \tselect id from orders where dew < now();
                    | \t                            ^
                  sqlstate: 42703
                  state: 1, 2 stayed applied; 3 was rolled back
                  help:  correct the script and run `upgrade` again
                """);
        assertThat(tables()).containsExactly("flyway_schema_history", "users");
        assertThat(history()).hasSize(2);
    }

    @Test
    void goesOnAfterTheScriptWasCorrected() {
        scripts.with("V3__add_orders.sql", "create table orders (id integr);");
        assertThat(upgrade().exitCode()).isEqualTo(6);
        scripts.with("V3__add_orders.sql", "create table orders (id integer);");
        assertThat(upgrade().text()).isEqualTo("""
                exit 0
                applied 3  add orders  TIME
                applied 1 script in TIME: app on localhost:PORT is at 3
                nothing was compared with what was proved: there is no manifest
                """);
    }

    @Test
    void showsDetailAndHintOfTheServer() {
        scripts.with("V3__unique_names.sql", """
                insert into users values (1, 'ada'), (2, 'ada');
                alter table users add constraint unique_name unique (name);
                """)
                .with("V4__raise.sql", "do $$ begin raise exception 'no' using hint = 'try', detail = 'why'; end $$;");
        assertThat(upgrade().err()).isEqualTo("""
                error: script "V3__unique_names.sql" failed at line 2, column 1: could not create unique index "unique_name"
                   --> FOLDER/V3__unique_names.sql:2:1
                  2 | alter table users add constraint unique_name unique (name);
                    | ^
                  sqlstate: 23505
                  detail: Key (name)=(ada) is duplicated.
                  state: 1, 2 stayed applied; 3 was rolled back
                  help:  correct the script and run `upgrade` again
                """);
        scripts.without("V3__unique_names.sql");
        assertThat(upgrade().err()).isEqualTo("""
                error: script "V4__raise.sql" failed at line 1, column 1: no
                   --> FOLDER/V4__raise.sql:1:1
                  1 | do $$ begin raise exception 'no' using hint = 'try', detail = 'why'; end $$;
                    | ^
                  sqlstate: P0001
                  detail: why
                  hint: try
                  context: PL/pgSQL function inline_code_block line 1 at RAISE
                  state: this run applied nothing; 4 was rolled back
                  help:  correct the script and run `upgrade` again
                """);
    }

    @Test
    void rollsBackAScriptWhoseCommitFails() {
        scripts.with("V3__deferred.sql", """
                create table nodes (id int primary key, parent int references nodes deferrable initially deferred);
                insert into nodes values (1, 2);
                """);
        assertThat(upgrade().err()).isEqualTo("""
                error: script "V3__deferred.sql" failed at its commit: insert or update on table "nodes" violates foreign key constraint "nodes_parent_fkey"
                  sqlstate: 23503
                  detail: Key (parent)=(2) is not present in table "nodes".
                  state: 1, 2 stayed applied; 3 was rolled back
                  help:  correct the script and run `upgrade` again
                """);
        assertThat(history()).hasSize(2);
    }

    @Test
    void refusesADatabaseWithTablesButNoHistory() {
        database.execute("create table clients (id int); create view everyone as select * from clients");
        assertThat(upgrade().text()).isEqualTo("""
                exit 3
                --- stderr
                error: database app on localhost:PORT has tables but no history
                  found: clients, everyone
                  state: nothing was changed
                  help:  if these tables were made by the scripts, let `adopt` find out how far, or record it with `stamp VERSION`, and run `upgrade` again; if they belong to something else, use an empty database or another schema (currentSchema in DATABASE_URL)
                """);
        assertThat(tables()).containsExactly("clients");
    }

    @Test
    void readsEveryFaultOfPendingScriptsBeforeItChangesAnything() {
        scripts.with("V3__copy.sql", "create table a (id int);\ncopy a from stdin;\n1\n")
                .with("V4__commit.sql", "create table a (id int);\ncommit;")
                .with("V5__placeholder.sql", "create table ${name} (id int);");
        assertThat(upgrade().text()).isEqualTo("""
                exit 3
                --- stderr
                error: the scripts have 3 faults
                  FOLDER/V3__copy.sql:2: COPY ... FROM STDIN has no closing \\. line; close what is open
                  FOLDER/V4__commit.sql:2: the script begins or ends a transaction, but it runs inside one with its history row; remove the statement, or write -- transaction: off at the top
                  FOLDER/V5__placeholder.sql:1: placeholder "name" has no value; give it one: --placeholder name=value
                  state: nothing was changed
                  help:  correct what is named above and run the command again
                """);
        assertThat(tables()).isEmpty();
    }

    @Test
    void refusesAHistoryThatDoesNotMatch() {
        scripts.with("V3__add_phone.sql", "alter table users add phone text;");
        upgrade();
        scripts.with("V1__create_users.sql", "create table users (id bigint primary key, name text);")
                .without("V2__add_email.sql")
                .with("V2__add_mail.sql", "alter table users add email text;")
                .without("V3__add_phone.sql");
        assertThat(upgrade().text()).isEqualTo("""
                exit 7
                --- stderr
                error: the history does not match the scripts
                  V1__create_users.sql was changed after it was applied: checksum -1838779811 was recorded, -685155721 was found
                  V2__add_mail.sql was renamed after it was applied: "add email" was recorded
                  revision 3 (V3__add_phone.sql) is applied, but there is no such script
                  state: nothing was changed
                  help:  restore the script as it was applied, and put the change into a new one; give the script its old name back; the scripts, or the image that holds them, are likely older than the database: run the newer image, or take the database back with it (`downgrade`), or forget the revision with `stamp --purge`
                """);
    }

    @Test
    void refusesScriptsAddedBelowThePosition() {
        scripts.with("V4__add_phone.sql", "alter table users add phone text;");
        upgrade();
        scripts.with("V3__add_city.sql", "alter table users add city text;");
        assertThat(upgrade().text()).isEqualTo("""
                exit 3
                --- stderr
                error: the database is at 4, but scripts that come before were never applied
                  FOLDER/V3__add_city.sql
                  state: nothing was changed
                  help:  give them a version above 4, or apply them late with --allow-out-of-order
                """);
        assertThat(upgrade("--allow-out-of-order").text()).isEqualTo("""
                exit 0
                applied 3  add city  TIME
                applied 1 script in TIME: app on localhost:PORT is at 4
                nothing was compared with what was proved: there is no manifest
                """);
    }

    @Test
    void appliesRepeatableScriptsWheneverTheyChange() {
        scripts.with("R__names.sql", "create or replace view names as select name from users;");
        assertThat(upgrade("1").out()).doesNotContain("names");
        assertThat(upgrade().out()).isEqualTo("""
                applied 2  add email  TIME
                applied R  names  TIME
                applied 2 scripts in TIME: app on localhost:PORT is at 2
                nothing was compared with what was proved: there is no manifest
                """);
        assertThat(upgrade().out()).isEqualTo("nothing to do: app on localhost:PORT is at 2\n");
        scripts.with("R__names.sql", "create or replace view names as select name, email from users;");
        assertThat(upgrade().out()).isEqualTo("""
                applied R  names  TIME
                applied 1 script in TIME: app on localhost:PORT is at 2
                nothing was compared with what was proved: there is no manifest
                """);
        assertThat(database.query("select type, script from flyway_schema_history where version is null"))
                .containsExactly("SQL|R__names.sql", "SQL|R__names.sql");
    }

    @Test
    void fillsInPlaceholders() {
        scripts.with(
                        "V3__placeholders.sql",
                        "create table ${table} as select '${flyway:database}' as db, '${city}' as city;")
                .with("R__city.sql", "comment on table ${table} is '${CITY}';");
        Run run = Run.with(
                Map.of("DATABASE_URL", database.url(), "SLIPWAY_PLACEHOLDER_CITY", "Oslo"),
                "--locations",
                scripts.path().toString(),
                "--placeholder",
                "table=places");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(database.query("select db, city, obj_description('places'::regclass) from places"))
                .containsExactly(database.name() + "|Oslo|Oslo");
    }

    @Test
    void readsSeveralLocations(@TempDir Path more) {
        new ScriptFolder(more).with("V3__add_phone.sql", "alter table users add phone text;");
        Run run = Run.with(
                Map.of("DATABASE_URL", database.url(), "SLIPWAY_LOCATIONS", scripts.path() + ",filesystem:" + more));
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(history()).hasSize(3);
    }

    @Test
    void keepsTheSettingsOfOneScriptFromTheNext() {
        scripts.with("V3__settings.sql", "set search_path = ''; set statement_timeout = '300ms'; set role none;")
                .with("V4__slow.sql", "create table later (id int); select pg_sleep(0.5);");
        Run run = upgrade();
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(tables()).containsExactly("flyway_schema_history", "later", "users");
    }

    @Test
    void writesTheHistoryInItsOwnRoleWhateverRoleAScriptTakesOn() {
        PostgresServer.shared()
                .execute("create role guest_of_%1$s; grant guest_of_%1$s to %1$s".formatted(database.owner()));
        scripts.with("V3__role.sql", "set role guest_of_%s;".formatted(database.owner()))
                .with("V4__table.sql", "create table later (id int);");
        Run run = upgrade();
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(database.query("select tableowner from pg_tables where tablename = 'later'"))
                .containsExactly(database.owner());
    }

    @Test
    void actsAsTheOwnerRole() {
        PostgresServer.shared()
                .execute(
                        "create role the_owner_of_%1$s; grant the_owner_of_%1$s to %1$s; grant all on schema public to the_owner_of_%1$s"
                                .formatted(database.owner()));
        database.execute("grant all on schema public to the_owner_of_" + database.owner());
        Run run = upgrade("--owner-role", "the_owner_of_" + database.owner());
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(database.query("select distinct tableowner from pg_tables where schemaname = 'public'"))
                .containsExactly("the_owner_of_" + database.owner());
        assertThat(upgrade("--owner-role", "nobody").text()).isEqualTo("""
                exit 4
                --- stderr
                error: could not act as role "nobody": role "nobody" does not exist
                  sqlstate: 22023
                  state: nothing was changed
                  help:  see the server's message and its log
                """);
    }

    @Test
    void saysWhichRightIsMissing() {
        PostgresServer.shared()
                .execute("create role visitor_of_%1$s login password 'secret of test'".formatted(database.owner()));
        Run run = Run.with(
                Map.of(
                        "DATABASE_URL",
                        database.url(),
                        "DATABASE_USER",
                        "visitor_of_" + database.owner(),
                        "DATABASE_PASSWORD",
                        "secret of test"),
                "--locations",
                scripts.path().toString());
        assertThat(run.text()).isEqualTo("""
                exit 4
                --- stderr
                error: could not create the history table: permission denied for schema public
                  sqlstate: 42501
                  state: nothing was changed
                  help:  run as the owner of the schema, or give this user the right
                """);
    }

    @Test
    void copiesDataFromTheScript() {
        scripts.with("V3__data.sql", """
                copy users (id, name) from stdin;
                1\tada; $$
                2\t\\N
                \\.
                insert into users values (3, 'eve');
                """);
        Run run = upgrade();
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(database.query("select id, name from users order by id"))
                .containsExactly("1|ada; $$", "2|", "3|eve");
    }

    @Test
    void recordsContractRevisionsForServices() {
        scripts.with("V3__drop_name.sql", "-- compat: contract\nalter table users drop name;")
                .with("V4__add_city.sql", "alter table users add city text;")
                .with("V5__drop_email.sql", "-- compat: contract\nalter table users drop email;");
        upgrade("4");
        assertThat(comment()).containsExactly("slipway contract: 3");
        upgrade();
        assertThat(comment()).containsExactly("slipway contract: 3, 5");
    }

    private Run upgrade(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "upgrade";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Run.on(database, scripts.path(), all);
    }

    private java.util.List<String> history() {
        return database.query(
                "select installed_rank, version, description, type, script, success from flyway_schema_history order by 1");
    }

    private java.util.List<String> tables() {
        return database.query("select tablename from pg_tables where schemaname = 'public' order by 1");
    }

    private java.util.List<String> comment() {
        return database.query("select obj_description('flyway_schema_history'::regclass)");
    }
}
