package dev.slipway.runner.acceptance.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.OtherSession;
import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.StandaloneChain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a downgrade says of statements that it cannot try beforehand, and of those that come after them.
final class UntriedStatementTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        StandaloneChain.in(project.folder());
        project.run("upgrade");
    }

    @Test
    void whatPostgresRunsInNoTransactionIsNamedBesideWhatIsLost() {
        project.with(
                "U3__orders.sql",
                "-- transaction: off\n-- not needed any more\nvacuum (analyze)\n  orders;\ndrop table orders;\n"
                        + "drop database if exists reports with (force);");
        assertThat(project.run("downgrade", "1", "--format", "json").text()).isEqualTo("""
            exit 3
            {
              "exitCode": 3,
              "error": {
                "kind": "consent-missing",
                "message": "confirm that 3, 2 may be taken back from app on localhost:PORT",
                "details": [
                  "would lose table public.orders with 7 rows",
                  "cannot be tried beforehand: U3__orders.sql:3: vacuum (analyze) orders (PostgreSQL runs it in no transaction)",
                  "cannot be tried beforehand: U3__orders.sql:6: drop database if exists reports with (force) (PostgreSQL runs it in no transaction)"
                ],
                "state": "nothing was changed",
                "help": "add --yes, or run the command in a terminal (one database only)",
                "data": {
                  "database": "app on localhost:PORT",
                  "versions": [
                    "3",
                    "2"
                  ],
                  "losses": [
                    {
                      "kind": "table",
                      "table": "public.orders",
                      "rows": {
                        "number": 7,
                        "estimated": false
                      }
                    },
                    {
                      "kind": "untried",
                      "script": "U3__orders.sql",
                      "line": 3,
                      "statement": "vacuum (analyze) orders",
                      "why": "PostgreSQL runs it in no transaction"
                    },
                    {
                      "kind": "untried",
                      "script": "U3__orders.sql",
                      "line": 6,
                      "statement": "drop database if exists reports with (force)",
                      "why": "PostgreSQL runs it in no transaction"
                    }
                  ],
                  "declined": false
                }
              }
            }
            """);
        assertThat(project.run("downgrade", "2", "--yes").text()).isEqualTo("""
            exit 0
            losing table public.orders with 7 rows
            not tried beforehand: U3__orders.sql:3: vacuum (analyze) orders (PostgreSQL runs it in no transaction)
            not tried beforehand: U3__orders.sql:6: drop database if exists reports with (force) (PostgreSQL runs it in no transaction)
            U3__orders.sql:6: NOTICE: database "reports" does not exist, skipping
            took back U3  orders  TIME
            took back 1 revision in TIME: app on localhost:PORT is at 2
            """);
    }

    @Test
    void whatFailsBehindUpkeepIsRefused() {
        project.with("U3__orders.sql", "-- transaction: off\nvacuum orders;\ndrop table orders;")
                .with("U1__users.sql", "drop table people;");
        assertThat(project.run("downgrade", "base", "--yes").err())
                .startsWith("error: script \"U1__users.sql\" failed at line 1, column 1: table \"people\" does not"
                        + " exist\n");
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
    }

    @Test
    void whatMayNeedAStatementThatWasNotTriedIsNamedAndTheRestIsCounted() {
        project.execute("create procedure rename() language plpgsql as"
                + " $$ begin alter table users rename to people; commit; end $$");
        project.with("U3__orders.sql", "-- transaction: off\ncall rename();\ndrop table orders;")
                .with(
                        "U2__index.sql",
                        "drop table people;\nsavepoint s;\ndrop table if exists nothing;\nrollback to s;")
                .with("U1__users.sql", "create table if not exists users (id int);\ndelete from users where id > 10;");
        assertThat(project.run("downgrade", "base", "--yes").text()).isEqualTo("""
            exit 0
            losing table public.orders with 7 rows
            losing 990 rows of public.users
            not tried beforehand: U3__orders.sql:2: call rename() (it commits by itself)
            not tried beforehand: U2__index.sql:1: drop table people (it may need what cannot be tried: table "people" does not exist)
            took back U3  orders  TIME
            U2__index.sql:3: NOTICE: table "nothing" does not exist, skipping
            took back U2  index  TIME
            took back U1  users  TIME
            took back 3 revisions in TIME: app on localhost:PORT is before the first revision
            """);
    }

    @Test
    void saysThatWhatCanBeTriedLosesNothing() {
        project.with("U3__orders.sql", "-- transaction: off\nvacuum orders;");
        assertThat(project.run("downgrade", "2").text()).isEqualTo("""
            exit 3
            --- stderr
            error: confirm that 3 may be taken back from app on localhost:PORT
              no data would be lost by what can be tried beforehand
              cannot be tried beforehand: U3__orders.sql:2: vacuum orders (PostgreSQL runs it in no transaction)
              state: nothing was changed
              help:  add --yes, or run the command in a terminal (one database only)
            """);
    }

    @Test
    void anIndexThatIsBuiltAgainConcurrentlyHoldsItsLocksOnlyAsLongAsTheLockTimeout() {
        project.execute("create function slow(int) returns int immutable language plpgsql as"
                + " $$ begin perform pg_sleep(0.05); return $1; end $$");
        project.with(
                "U3__orders.sql",
                "-- transaction: off\ncreate index concurrently s on users (slow(id));\ndrop table orders;");
        assertThat(project.run("downgrade", "2", "--lock-timeout", "300ms").err())
                .contains("""
              would lose table public.orders with 7 rows
              cannot be tried beforehand: U3__orders.sql:2: create index concurrently s on users (slow(id)) (it would keep others waiting longer than TIME)
              state:\
            """);
        project.with("U3__orders.sql", "-- transaction: off\ncreate unique index concurrently s on users (name);");
        assertThat(project.run("downgrade", "2", "--yes").err())
                .startsWith("error: script \"U3__orders.sql\" failed at line 2, column 1: could not create unique index"
                        + " \"s\"\n");
    }

    @Test
    void anIndexWhoseLocksAreNotFreeIsNamed() throws Exception {
        try (OtherSession _ = OtherSession.on(project.database(), "select from users")) {
            assertThat(project.run("downgrade", "1", "--lock-timeout", "200ms").err())
                    .contains("  would lose table public.orders with 7 rows\n"
                            + "  cannot be tried beforehand: U2__index.sql:2: drop index concurrently i"
                            + " (it could not get its locks (blocked by process PID, ");
        }
    }

    @Test
    void whatCanNeverRunIsRefusedBehindWhatWasNotTried() {
        project.with(
                        "U3__orders.sql",
                        "-- transaction: off\ncreate tablespace t location '/nowhere';\ndrop table orders;")
                .with("U1__users.sql", "drop tabel users;");
        assertThat(project.run("downgrade", "base", "--yes").err())
                .startsWith("error: script \"U1__users.sql\" failed at line 1, column 6: syntax error at or near"
                        + " \"tabel\"\n");
    }
}
