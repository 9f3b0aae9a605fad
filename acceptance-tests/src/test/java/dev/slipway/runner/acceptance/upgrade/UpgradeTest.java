package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class UpgradeTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoScripts() {
        project.with("V1__create_users.sql", "create table users (id int primary key, name text);")
                .with("V2__add_email.sql", "alter table users add email text;");
    }

    @Test
    void appliesEverythingToAnEmptyDatabase() {
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 0
                applied 1  create users  TIME
                applied 2  add email  TIME
                applied 2 scripts in TIME: app on localhost:PORT is at 2
                """);
        assertThat(history())
                .containsExactly(
                        "1|1|create users|SQL|V1__create_users.sql|t", "2|2|add email|SQL|V2__add_email.sql|t");
    }

    @Test
    void hasNothingToDoTheSecondTime() {
        project.run("upgrade");
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 0
                nothing to do: app on localhost:PORT is at 2
                """);
    }

    @Test
    void appliesOnlyWhatIsNewAtALaterDeployment() {
        project.run("upgrade");
        project.with("sub/V3__add_phone.sql", "alter table users add phone text;");
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 0
                applied 3  add phone  TIME
                applied 1 script in TIME: app on localhost:PORT is at 3
                """);
        assertThat(history()).last().isEqualTo("3|3|add phone|SQL|sub/V3__add_phone.sql|t");
    }

    @Test
    void stopsAtTheTarget() {
        assertThat(project.run("upgrade", "1").text()).isEqualTo("""
                exit 0
                applied 1  create users  TIME
                applied 1 script in TIME: app on localhost:PORT is at 1
                """);
        assertThat(project.run("upgrade", "7").text()).isEqualTo("""
                exit 2
                --- stderr
                error: target "7" is not a known revision
                  state: nothing was changed
                  help:  use head, or one of 1, 2
                """);
    }

    @Test
    void tellsWhereAScriptFailedAndWhatStayedApplied() {
        project.with("V3__add_orders.sql", """
                -- orders of users
                create table orders (id int primary key);

                create view late_orders as
                \tselect id from orders where dew < now();
                """);
        assertThat(project.run("upgrade").text()).isEqualTo("""
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
        project.with("V3__add_orders.sql", "create table orders (id integr);");
        assertThat(project.run("upgrade").exitCode()).isEqualTo(6);
        project.with("V3__add_orders.sql", "create table orders (id integer);");
        assertThat(project.run("upgrade").text()).isEqualTo("""
                exit 0
                applied 3  add orders  TIME
                applied 1 script in TIME: app on localhost:PORT is at 3
                """);
    }

    @Test
    void showsDetailAndHintOfTheServer() {
        project.with("V3__unique_names.sql", """
                insert into users values (1, 'ada'), (2, 'ada');
                alter table users add constraint unique_name unique (name);
                """)
                .with("V4__raise.sql", "do $$ begin raise exception 'no' using hint = 'try', detail = 'why'; end $$;");
        assertThat(project.run("upgrade").err()).isEqualTo("""
                error: script "V3__unique_names.sql" failed at line 2, column 1: could not create unique index "unique_name"
                   --> FOLDER/V3__unique_names.sql:2:1
                  2 | alter table users add constraint unique_name unique (name);
                    | ^
                  sqlstate: 23505
                  detail: Key (name)=(ada) is duplicated.
                  state: 1, 2 stayed applied; 3 was rolled back
                  help:  correct the script and run `upgrade` again
                """);
        project.without("V3__unique_names.sql");
        assertThat(project.run("upgrade").err()).isEqualTo("""
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
        project.with("V3__deferred.sql", """
                create table nodes (id int primary key, parent int references nodes deferrable initially deferred);
                insert into nodes values (1, 2);
                """);
        assertThat(project.run("upgrade").err()).isEqualTo("""
                error: script "V3__deferred.sql" failed at its commit: insert or update on table "nodes" violates foreign key constraint "nodes_parent_fkey"
                  sqlstate: 23503
                  detail: Key (parent)=(2) is not present in table "nodes".
                  state: 1, 2 stayed applied; 3 was rolled back
                  help:  correct the script and run `upgrade` again
                """);
        assertThat(history()).hasSize(2);
    }

    @Test
    void appliesRepeatableScriptsWheneverTheyChange() {
        project.with("R__names.sql", "create or replace view names as select name from users;");
        assertThat(project.run("upgrade", "1").out()).doesNotContain("names");
        assertThat(project.run("upgrade").out()).isEqualTo("""
                applied 2  add email  TIME
                applied R  names  TIME
                applied 2 scripts in TIME: app on localhost:PORT is at 2
                """);
        assertThat(project.run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 2\n");
        project.with("R__names.sql", "create or replace view names as select name, email from users;");
        assertThat(project.run("upgrade").out()).isEqualTo("""
                applied R  names  TIME
                applied 1 script in TIME: app on localhost:PORT is at 2
                """);
        assertThat(project.query("select type, script from flyway_schema_history where version is null"))
                .containsExactly("SQL|R__names.sql", "SQL|R__names.sql");
    }

    @Test
    void recordsContractRevisionsForServices() {
        project.with("V3__drop_name.sql", "-- compat: contract\nalter table users drop name;")
                .with("V4__add_city.sql", "alter table users add city text;")
                .with("V5__drop_email.sql", "-- compat: contract\nalter table users drop email;");
        project.run("upgrade", "4");
        assertThat(comment()).containsExactly("slipway contract: 3");
        project.run("upgrade");
        assertThat(comment()).containsExactly("slipway contract: 3, 5");
    }

    private java.util.List<String> history() {
        return project.query(
                "select installed_rank, version, description, type, script, success from flyway_schema_history order by 1");
    }

    private java.util.List<String> tables() {
        return project.query("select tablename from pg_tables where schemaname = 'public' order by 1");
    }

    private java.util.List<String> comment() {
        return project.query("select obj_description('flyway_schema_history'::regclass)");
    }
}
