package dev.slipway.runner.acceptance.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.StockFlyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a downgrade finds out before it changes anything.
final class RehearsalTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__phone.sql", "alter table users add phone text;")
                .with("U2__phone.sql", "alter table users drop phone;")
                .with("V3__orders.sql", "-- compat: contract\ncreate table orders (id int);")
                .with("U3__orders.sql", "do $$ begin execute 'drop table orders'; end $$;");
        project.run("upgrade");
    }

    @Test
    void saysWhatWouldBeLostAndChangesNothingUnlessSomebodyAgrees() {
        project.execute("insert into users values (1, '555'), (2, null); insert into orders values (1)");
        assertThat(project.run("downgrade", "1").text()).isEqualTo("""
            exit 3
            --- stderr
            error: confirm that 3, 2 may be taken back from app on localhost:PORT
              would lose table public.orders with 1 row
              would lose column phone of public.users with 1 value
              state: nothing was changed
              help:  add --yes, or run the command in a terminal (one database only)
            """);
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
        assertThat(project.query("select phone from users order by id")).containsExactly("555", "");
    }

    @Test
    void reportsWhatWouldBeLostAsJson() {
        assertThat(project.run("downgrade", "--format", "json").text()).isEqualTo("""
            exit 3
            {
              "exitCode": 3,
              "error": {
                "kind": "consent-missing",
                "message": "confirm that 3 may be taken back from app on localhost:PORT",
                "details": [
                  "would lose table public.orders with 0 rows"
                ],
                "state": "nothing was changed",
                "help": "add --yes, or run the command in a terminal (one database only)",
                "data": {
                  "database": "app on localhost:PORT",
                  "versions": [
                    "3"
                  ],
                  "losses": [
                    {
                      "kind": "table",
                      "table": "public.orders",
                      "rows": {
                        "number": 0,
                        "estimated": false
                      }
                    }
                  ],
                  "declined": false
                }
              }
            }
            """);
    }

    @Test
    void refusesBeforeItStartsIfAnyUndoScriptWouldFail() {
        project.with("U2__phone.sql", "alter table users drop phone;\nalter table users drop phones;");
        assertThat(project.run("downgrade", "base", "--yes").text()).isEqualTo("""
            exit 6
            --- stderr
            error: script "U2__phone.sql" failed at line 2, column 1: column "phones" of relation "users" does not exist
               --> FOLDER/U2__phone.sql:2:1
              2 | alter table users drop phones;
                | ^
              sqlstate: 42703
              state: this run took nothing back; U2 was rolled back
              help:  correct the script and run `downgrade` again
            """);
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
    }

    @Test
    void withoutARehearsalItStopsAtTheScriptThatFails() {
        project.with("U2__phone.sql", "alter table users drop phones;");
        assertThat(project.run("downgrade", "base", "--yes", "--no-rehearsal").text())
                .isEqualTo("""
            exit 6
            took back U3  orders  TIME
            --- stderr
            error: script "U2__phone.sql" failed at line 1, column 1: column "phones" of relation "users" does not exist
               --> FOLDER/U2__phone.sql:1:1
              1 | alter table users drop phones;
                | ^
              sqlstate: 42703
              state: U3 stayed taken back; U2 was rolled back
              help:  correct the script and run `downgrade` again
            """);
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 2 (1 pending)\n");
    }

    @Test
    void findsRowsThatAreDeletedOrTruncated() {
        project.execute("insert into users select generate_series(1, 4); insert into orders values (1), (2)");
        project.with("U3__orders.sql", "delete from users where id > 1; truncate orders;");
        assertThat(project.run("downgrade").err())
                .contains("  would lose 2 rows of public.orders\n  would lose 3 rows of public.users\n");
    }

    @Test
    void losesNothingByARename() {
        project.with("U3__orders.sql", "alter table users rename to people; alter table people rename id to number;");
        assertThat(project.run("downgrade").err()).contains("  no data would be lost\n");
    }

    @Test
    void aScriptWithoutATransactionIsTriedToo() {
        project.with("V4__index.sql", "create index concurrently i on users (id);")
                .with("U4__index.sql", "drop index concurrently i;");
        project.run("upgrade");
        assertThat(project.run("downgrade", "3").err()).contains("  no data would be lost\n");
        assertThat(project.run("downgrade", "2", "--yes").text()).isEqualTo("""
            exit 0
            losing table public.orders with 0 rows
            took back U4  index  TIME
            took back U3  orders  TIME
            took back 2 revisions in TIME: app on localhost:PORT is at 2
            """);
        StockFlyway.on(project.database(), project.folder()).migrate();
        assertThat(project.run("upgrade").out()).isEqualTo("nothing to do: app on localhost:PORT is at 4\n");
    }
}
