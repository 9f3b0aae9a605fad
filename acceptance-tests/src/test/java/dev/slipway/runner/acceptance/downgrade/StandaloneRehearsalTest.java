package dev.slipway.runner.acceptance.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.StandaloneChain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a downgrade finds out before it changes anything, if undo scripts run without a transaction.
final class StandaloneRehearsalTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        StandaloneChain.in(project.folder());
        project.run("upgrade");
    }

    @Test
    void anIndexThatIsDroppedConcurrentlyHidesNoTable() {
        assertThat(project.run("downgrade", "base").text()).isEqualTo("""
            exit 3
            --- stderr
            error: confirm that 3, 2, 1 may be taken back from app on localhost:PORT
              would lose table public.orders with 7 rows
              would lose table public.users with 1000 rows
              state: nothing was changed
              help:  add --yes, or run the command in a terminal (one database only)
            """);
        assertThat(project.query("select count(*) from pg_index where indexrelid = 'i'::regclass and indisvalid"))
                .containsExactly("1");
        assertThat(project.run("downgrade", "base", "--yes").text()).isEqualTo("""
            exit 0
            losing table public.orders with 7 rows
            losing table public.users with 1000 rows
            took back U3  orders  TIME
            took back U2  index  TIME
            took back U1  users  TIME
            took back 3 revisions in TIME: app on localhost:PORT is before the first revision
            """);
    }

    @Test
    void aScriptThatFailsIsFoundBehindOneWithoutATransaction() {
        project.with("U1__users.sql", "drop table users;\ndrop table people;");
        assertThat(project.run("downgrade", "base", "--yes").text()).isEqualTo("""
            exit 6
            --- stderr
            error: script "U1__users.sql" failed at line 2, column 1: table "people" does not exist
               --> FOLDER/U1__users.sql:2:1
              2 | drop table people;
                | ^
              sqlstate: 42P01
              state: this run took nothing back; U1 was rolled back
              help:  correct the script and run `downgrade` again
            """);
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
    }

    @Test
    void aScriptWithoutATransactionThatFailsIsFoundBeforeAnythingIsDone() {
        project.with("U2__index.sql", "-- transaction: off\ndrop index\n  concurrently k;");
        assertThat(project.run("downgrade", "base", "--yes").text()).isEqualTo("""
            exit 6
            --- stderr
            error: script "U2__index.sql" failed at line 2, column 1: index "k" does not exist
               --> FOLDER/U2__index.sql:2:1
              2 | drop index
                | ^
              sqlstate: 42704
              state: this run took nothing back; U2 was rolled back
              help:  correct the script and run `downgrade` again
            """);
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
    }

    @Test
    void whatIsOnlyForTransactionsIsRefusedBeforeAnythingIsDone() {
        project.with(
                "U1__users.sql",
                "-- transaction: off\nset local search_path = public;\nlock users;\ndrop table users;");
        assertThat(project.run("downgrade", "base", "--yes").text()).isEqualTo("""
            exit 6
            --- stderr
            error: script "U1__users.sql" failed at line 3, column 1: LOCK TABLE can only be used in transaction blocks
               --> FOLDER/U1__users.sql:3:1
              3 | lock users;
                | ^
              sqlstate: 25P01
              state: this run took nothing back; U1 was rolled back
              help:  correct the script and run `downgrade` again
            """);
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
    }

    @Test
    void whatAScriptWithoutATransactionDropsAndDeletesIsCounted() {
        project.with(
                        "U3__orders.sql",
                        "-- transaction: off\ndelete from orders where id > 5;\nset search_path = public;")
                .with("U2__index.sql", "-- transaction: off\nalter table users drop column name;\ndrop table orders;")
                .with(
                        "U1__users.sql",
                        "-- transaction: off\nbegin; truncate users; commit; begin; drop table users; rollback;");
        assertThat(project.run("downgrade", "3").err()).isEmpty();
        assertThat(project.run("downgrade", "2").err()).contains("""
              would lose 2 rows of public.orders
              state:\
            """);
        assertThat(project.run("downgrade", "base").err()).contains("""
              would lose table public.orders with 7 rows
              would lose column name of public.users with 1000 values
              would lose 1000 rows of public.users
              state:\
            """);
    }

    @Test
    void aBlockThatCommitsIsTriedWithoutItsCommits() {
        project.with("U3__orders.sql", """
            -- transaction: off
            do $$ begin
              loop
                delete from orders where id in (select id from orders limit 3);
                exit when not found;
                commit;
              end loop;
            end $$;
            """);
        assertThat(project.run("downgrade", "2").err()).contains("  would lose 7 rows of public.orders\n  state:");
    }

    @Test
    void goesOnBehindWhatAnEarlierRunLeft() {
        project.with(
                "U3__orders.sql",
                "-- transaction: off\ndelete from orders where id = 1;\ndrop table order_lines;\ndrop table orders;");
        assertThat(project.run("downgrade", "2", "--yes", "--no-rehearsal").exitCode())
                .isEqualTo(6);
        assertThat(project.run("downgrade", "2", "--yes").text()).isEqualTo("""
            exit 6
            --- stderr
            error: script "U3__orders.sql" failed at line 3, column 1: table "order_lines" does not exist
               --> FOLDER/U3__orders.sql:3:1
              3 | drop table order_lines;
                | ^
              sqlstate: 42P01
              state: this run took nothing back; of U3, which runs without a transaction, 1 of 3 statements stayed applied
              help:  correct the statement that failed, leave those before it as they are, and run `downgrade` again: it goes on from there
            """);
        project.with("U3__orders.sql", """
            -- transaction: off
            delete from orders where id = 1;
            drop table if exists order_lines;
            drop table orders;""");
        assertThat(project.run("downgrade", "2").err())
                .contains("  would lose table public.orders with 6 rows\n  state:");
    }
}
