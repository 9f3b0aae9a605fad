package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `SLIPWAY_TARGET` keeps a deployment from applying again what was taken back.
final class PinnedTargetTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void threeRevisions() {
        project.with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "alter table users add email text;")
                .with("V3__phone.sql", "alter table users add phone text;")
                .with("U3__phone.sql", "alter table users drop phone;");
    }

    @Test
    void whatWasTakenBackIsNotAppliedAgainUntilSomebodyAsks() {
        assertThat(pinned("head", "upgrade").exitCode()).isZero();
        assertThat(pinned("2", "downgrade", "2", "--yes").exitCode()).isZero();

        assertThat(pinned("2", "upgrade").text()).isEqualTo("""
            exit 0
            nothing to do: app on localhost:PORT is at 2
            --- stderr
            warning: SLIPWAY_TARGET is 2: this run leaves out 3
            """);
        assertThat(pinned("2").text()).endsWith("warning: SLIPWAY_TARGET is 2: this run leaves out 3\n");
        assertThat(pinned("2", "plan").out())
                .contains("nothing to do, app on localhost:PORT is at 2")
                .doesNotContain("phone");

        assertThat(pinned("2", "upgrade", "head").text()).isEqualTo("""
            exit 0
            applied 3  phone  TIME
            applied 1 script in TIME: app on localhost:PORT is at 3
            """);
    }

    @Test
    void itNeverLeadsDown() {
        assertThat(pinned("", "upgrade").exitCode()).isZero();

        assertThat(pinned("2", "upgrade").text()).isEqualTo("""
            exit 0
            nothing to do: app on localhost:PORT is at 3
            --- stderr
            warning: SLIPWAY_TARGET is 2, and the database is at 3: `slipway downgrade 2` takes back what is later
            """);
        assertThat(pinned("2", "plan").out()).doesNotContain("drop");
        assertThat(pinned("2", "plan", "2").out()).contains("alter table users drop phone");
        assertThat(pinned("3", "upgrade").text()).isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 3\n");
    }

    @Test
    void aTargetThatNoScriptHasIsRefused() {
        assertThat(pinned("9", "upgrade").text()).startsWith("exit 2\n--- stderr\nerror: ");
    }

    private Run pinned(String target, String... arguments) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "DATABASE_URL", project.database().url(), "SLIPWAY_LOCATIONS", "filesystem:" + project.folder()));
        environment.put("SLIPWAY_TARGET", target);
        return Run.with(environment, arguments).masked(project.database(), project.folder());
    }
}
