package dev.slipway.runner.acceptance.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Await;
import dev.slipway.runner.acceptance.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// `wait --until` ends when somebody else has migrated.
final class WaitUntilTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__users.sql", "create table users (id bigint primary key);")
                .with("V2__email.sql", "alter table users add email text;");
    }

    @Test
    void aRevisionThatIsThereIsNotWaitedForNorIsOneThatIsOlder() {
        project.run("upgrade");
        String ready = """
            exit 0
            app on localhost:PORT is ready, and has %s (PostgreSQL VERSION)
            """;
        assertThat(waited("head")).isEqualTo(ready.formatted("head"));
        assertThat(waited("1")).isEqualTo(ready.formatted("1"));
        project.with("V3__phone.sql", "alter table users add phone text;").run("upgrade");
        project.without("V3__phone.sql");
        assertThat(waited("head")).isEqualTo(ready.formatted("head"));
    }

    @Test
    void itEndsOnceAnotherRunHasAppliedIt() throws InterruptedException {
        CompletableFuture<String> waiting =
                CompletableFuture.supplyAsync(() -> waited("head", "--wait-timeout", "60s"));
        Await.until(() -> project.query("select 1 from pg_stat_activity where datname = current_database()"
                        + " and application_name like 'slipway wait%'")
                .equals(List.of("1")));
        assertThat(waiting).isNotDone();
        project.run("upgrade");
        assertThat(waiting.join()).isEqualTo("""
            exit 0
            waiting for 1, 2 to be applied (TIME of TIME)
            app on localhost:PORT is ready, and has head (PostgreSQL VERSION)
            """);
    }

    @Test
    void itGivesUpAtTheTimeout() {
        project.run("upgrade", "1");
        assertThat(waited("head", "--wait-timeout", "300ms")).isEqualTo("""
            exit 4
            waiting for 2 to be applied (TIME of TIME)
            --- stderr
            error: database app on localhost:PORT still lacks 2
              state: nothing was changed; gave up after TIME
              help:  see how the run ended that should have applied it, or wait longer with --wait-timeout
            """);
    }

    @Test
    void whereNoRevisionIsNamedNobodyWaits() {
        String refused = """
            exit 2
            --- stderr
            error: --until names no revision to wait for
              state: nothing was changed
              help:  use head, heads or a version
            """;
        assertThat(waited("base")).isEqualTo(refused);
        assertThat(waited("+1")).isEqualTo(refused);
    }

    @Test
    void readingTheHistoryIsAllTheRightItNeeds() {
        project.run("upgrade");
        String reader = project.database().name() + "_reader";
        project.database().server().execute("create role %s login password 'reads'".formatted(reader));
        project.execute("grant select on flyway_schema_history to " + reader);
        String url = project.database().url().replaceFirst("//[^@]+@", "//%s:reads@".formatted(reader));
        assertThat(waited("head", "--url", url)).isEqualTo("""
            exit 0
            app on localhost:PORT is ready, and has head (PostgreSQL VERSION)
            """);
    }

    private String waited(String revision, String... more) {
        List<String> arguments = new ArrayList<>(List.of("wait", "--until", revision));
        arguments.addAll(List.of(more));
        return project.run(arguments.toArray(String[]::new))
                .text()
                .replaceAll("PostgreSQL [0-9.]+", "PostgreSQL VERSION");
    }
}
