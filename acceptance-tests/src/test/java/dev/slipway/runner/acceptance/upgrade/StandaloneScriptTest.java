package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Scripts that PostgreSQL cannot run inside a transaction.
final class StandaloneScriptTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void aTable() {
        project.with(
                "V1__users.sql",
                "create table users (id int, name text); insert into users values (1, 'ada'), (2, 'ada');");
    }

    @Test
    void runsWithoutATransactionWhatCannotRunInOne() {
        project.with("V2__index.sql", """
            create index concurrently users_name on users (name);
            reindex index concurrently users_name;
            vacuum users;
            """);
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 0
            applied 1  users  TIME
            applied 2  index  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 2
            """);
        flyway().validate();
        assertThat(flyway().migrate().migrationsExecuted).isZero();
    }

    @Test
    void tellsHowFarAScriptCameThatLostItsConnection() {
        project.with("V2__lost.sql", """
            -- transaction: off
            create table more (id int);
            select pg_terminate_backend(pg_backend_pid());
            """);
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 4
            applied 1  users  TIME
            --- stderr
            error: the connection was lost while 2 ran
              server: terminating connection due to administrator command
              state: 1 stayed applied; of 2, which runs without a transaction, 1 of 2 statements stayed applied, and perhaps the next
              help:  run `upgrade` again: it finds out what is left to do
            """);
    }

    @Test
    void tellsHowFarAFailedScriptCame() {
        project.with("V2__index.sql", """
            create index concurrently users_id on users (id);
            create unique index concurrently users_name on users (name);
            """);
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 6
            applied 1  users  TIME
            --- stderr
            error: script "V2__index.sql" failed at line 2, column 1: could not create unique index "users_name"
               --> FOLDER/V2__index.sql:2:1
              2 | create unique index concurrently users_name on users (name);
                | ^
              sqlstate: 23505
              detail: Key (name)=(ada) is duplicated.
                      Keys that occur more than once: (name)=(ada) 2 times.
              state: 1 stayed applied; of 2, which runs without a transaction, 1 of 2 statements stayed applied; the invalid index public.users_name was dropped
              help:  correct the statement that failed, leave those before it as they are, and run `upgrade` again: it goes on from there
            """);
        assertThat(history()).containsExactly("1|t", "2|f");
    }

    @Test
    void goesOnAfterTheStatementsThatStayed() {
        project.with("V2__index.sql", """
            create index concurrently users_id on users (id);
            create unique index concurrently users_name on users (name);
            """);
        assertThat(project.run("upgrade").exitCode()).isEqualTo(6);
        project.with("V2__index.sql", """
            create index concurrently users_id on users (id);
            create index concurrently users_name on users (name);
            """);
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 0
            2 was begun before: going on after statement 1 of 2
            applied 2  index  TIME
            applied 1 script in TIME: app on localhost:PORT is at 2
            """);
        assertThat(history()).containsExactly("1|t", "2|t");
        flyway().validate();
    }

    @Test
    void refusesToGoOnIfTheStatementsThatStayedWereChanged() {
        project.with("V2__index.sql", """
            create index concurrently users_id on users (id);
            create unique index concurrently users_name on users (name);
            """);
        project.run("upgrade");
        project.with("V2__index.sql", "create index concurrently users_name on users (name);");
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 7
            --- stderr
            error: the history does not match the scripts
              2 (V2__index.sql) was begun and failed, and the statements that ran then are not those of the script now
              state: nothing was changed
              help:  restore the statements before the one that failed; or, if another tool ran it, undo its effects by hand and delete its row with success = false
            """);
    }

    @Test
    void aLockThatWouldEndWithItsStatementIsRefusedAsTheServerDoes() {
        project.with("V2__lock.sql", "-- transaction: off\nlock table users;\nupdate users set name = 'eve';");
        assertThat(project.run("upgrade").text()).isEqualTo("""
            exit 6
            applied 1  users  TIME
            --- stderr
            error: script "V2__lock.sql" failed at line 2, column 1: LOCK TABLE can only be used in transaction blocks
               --> FOLDER/V2__lock.sql:2:1
              2 | lock table users;
                | ^
              sqlstate: 25P01
              state: 1 stayed applied; of 2, which runs without a transaction, 0 of 2 statements stayed applied
              help:  correct the script and run `upgrade` again
            """);
        assertThat(project.query("select distinct name from users")).containsExactly("ada");
    }

    @Test
    void letsAScriptAskForNoTransaction() {
        project.with("V2__procedure.sql", """
            -- transaction: off
            create procedure fill() language plpgsql as $$ begin insert into users values (3, 'eve'); commit; end $$;
            call fill();
            """);
        Run run = project.run("upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.query("select count(*) from users")).containsExactly("3");
    }

    @Test
    void keepsWhatAScriptSetsForItsLaterStatementsAndForARunThatGoesOn() {
        PostgresServer.shared()
                .execute("create role helper_of_%1$s; grant helper_of_%1$s to %1$s"
                        .formatted(project.database().owner()));
        String begin = """
            -- transaction: off
            set maintenance_work_mem = '77MB';
            set role helper_of_%s;
            create temporary table seen as select current_setting('maintenance_work_mem') as memory, current_user as role;
            """.formatted(project.database().owner());
        project.execute("grant temporary on database %1$s to helper_of_%1$s"
                .formatted(project.database().name()));
        project.with(
                "V2__settings.sql",
                begin + "select 1 / (select count(*) from seen where memory <> '77MB' or role = 'nobody');");
        assertThat(project.run("upgrade").err())
                .contains("division by zero")
                .contains("3 of 4 statements stayed applied");
        project.with("V2__settings.sql", begin + """
            reset role;
            create table kept as select current_setting('maintenance_work_mem') as memory, current_user as role;
            """);
        Run run = project.run("upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.query("select memory, role from kept"))
                .containsExactly("77MB|" + project.database().owner());
        assertThat(history()).containsExactly("1|t", "2|t");
    }

    private List<String> history() {
        return project.query("select version, success from flyway_schema_history order by installed_rank");
    }

    private Flyway flyway() {
        return StockFlyway.on(project.database(), project.folder());
    }
}
