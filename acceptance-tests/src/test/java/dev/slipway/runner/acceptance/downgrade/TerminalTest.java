package dev.slipway.runner.acceptance.downgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.AtTerminal;
import dev.slipway.runner.acceptance.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What somebody at a terminal is asked.
final class TerminalTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__users.sql", "create table users (id int);").with("U1__users.sql", "drop table users;");
        project.run("upgrade");
        project.execute("insert into users values (1), (2)");
    }

    @Test
    void asksAndGoesOnAtYes() throws Exception {
        assertThat(downgrade("y\n")).isEqualTo("""
                exit 0
                would lose table public.users with 2 rows
                take back 1 from app on localhost:PORT? [y/N] y
                losing table public.users with 2 rows
                took back U1  users  TIME
                took back 1 revision in TIME: app on localhost:PORT is before the first revision
                """);
    }

    @Test
    void changesNothingAtAnyOtherAnswer() throws Exception {
        assertThat(downgrade("\n")).isEqualTo("""
                exit 3
                would lose table public.users with 2 rows
                take back 1 from app on localhost:PORT? [y/N]\s
                error: not confirmed
                  state: nothing was changed
                  help:  run it again, and answer yes
                """);
        assertThat(project.query("select count(*) from users")).containsExactly("2");
    }

    @Test
    void changesNothingAtSigtermInsteadOfAnAnswer() throws Exception {
        assertThat(downgrade(AtTerminal.TERM)).isEqualTo("""
                exit 143
                would lose table public.users with 2 rows
                take back 1 from app on localhost:PORT? [y/N] error: interrupted
                  state: nothing was changed
                  help:  run the command again
                """);
        assertThat(project.query("select count(*) from users")).containsExactly("2");
    }

    @Test
    void migrateSaysThatItApplies() throws Exception {
        assertThat(new AtTerminal(project.database(), project.folder())
                        .run("", "migrate")
                        .text())
                .isEqualTo("""
                exit 0
                warning: `migrate` applies scripts, as in Flyway; what Flask-Migrate calls so is `revision -m ...`
                nothing to do: app on localhost:PORT is at 1
                """);
        assertThat(project.run("migrate").text()).isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 1\n");
    }

    private String downgrade(String typed) throws Exception {
        return new AtTerminal(project.database(), project.folder())
                .run(typed, "downgrade")
                .text();
    }
}
