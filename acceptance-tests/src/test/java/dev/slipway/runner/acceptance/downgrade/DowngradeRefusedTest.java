package dev.slipway.runner.acceptance.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Downgrades that end before they change anything.
final class DowngradeRefusedTest {
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
    void refusesBeforeItStartsIfAnyUndoScriptIsMissing() {
        project.without("U1__users.sql").without("U2__phone.sql");
        assertThat(project.run("downgrade", "base", "--yes").text()).isEqualTo("""
            exit 3
            --- stderr
            error: 2, 1 cannot be taken back
              there is no undo script for V2__phone.sql: it would be U2__phone.sql
              there is no undo script for V1__users.sql: it would be U1__users.sql
              state: nothing was changed
              help:  write the missing scripts, or choose a target from 2 upwards
            """);
        assertThat(project.run("current").out()).isEqualTo("app on localhost:PORT is at 3 (head)\n");
    }

    @Test
    void cannotGoBelowABaseline() {
        TestDatabase other = PostgresServer.shared().createDatabase();
        other.execute("create table users (id int, phone text)");
        StockFlyway.baseline(other, project.folder(), "2");
        Run.on(other, project.folder(), "upgrade");
        assertThat(Run.on(other, project.folder(), "downgrade", "1", "--yes").text())
                .isEqualTo("""
                    exit 3
                    --- stderr
                    error: 2 cannot be taken back
                      V2__phone.sql is part of the baseline, and was not applied by a script
                      state: nothing was changed
                      help:  choose a target from 2 upwards; to go below a baseline, restore a backup, or begin anew with an \
                    empty database
                    """);
        assertThat(Run.on(other, project.folder(), "downgrade", "2", "--yes").out())
                .endsWith("""
                        took back 1 revision in TIME: app on localhost:PORT is at 2
                        """);
    }

    @Test
    void refusesTargetsThatDoNotLieBelow() {
        assertThat(project.run("downgrade", "-4").text()).isEqualTo("""
            exit 2
            --- stderr
            error: target "-4" is beyond base: 3 revisions are applied
              state: nothing was changed
              help:  use base
            """);
        project.run("downgrade", "2", "--yes");
        assertThat(project.run("downgrade", "3", "--yes").text()).isEqualTo("""
            exit 3
            --- stderr
            error: cannot downgrade to 3: the database is at 2
              state: nothing was changed
              help:  name a revision that is applied, or go up with `upgrade 3`
            """);
        assertThat(project.run("downgrade", "+1").text()).isEqualTo("""
            exit 2
            --- stderr
            error: target "+1" leads up
              state: nothing was changed
              help:  use `upgrade +1`
            """);
        assertThat(project.run("downgrade", "2").text())
                .isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 2\n");
    }

    @Test
    void aDatabaseThatNothingWasAppliedToStaysAsItIs() {
        TestDatabase empty = PostgresServer.shared().createDatabase();
        assertThat(Run.on(empty, project.folder(), "downgrade", "base").text())
                .isEqualTo("exit 0\nnothing to do: app on localhost:PORT is before the first revision\n");
        assertThat(empty.query("select count(*) from pg_tables where schemaname = 'public'"))
                .containsExactly("0");
    }
}
