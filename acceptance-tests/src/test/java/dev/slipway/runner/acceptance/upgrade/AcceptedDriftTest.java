package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A database that drifted while nothing was pending: what differs is accepted all the same.
final class AcceptedDriftTest {
    private static final String VISITOR = "guest";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void driftedAtTheFirst() {
        project.with("V1__users.sql", "create table users (id int primary key, name text not null);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__email.sql", "alter table users add email text;")
                .with("U2__email.sql", "alter table users drop email;");
        ProvedScripts.write(project.folder());
        assertThat(run("upgrade", "1")).startsWith("exit 0\n");
        project.execute("create table more (id int); alter table users alter name drop not null");
    }

    private String run(String... arguments) {
        return project.run(arguments).text();
    }

    @Test
    void itIsRecordedAndLaterRunsGoOn() {
        assertThat(run("upgrade", "1")).isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 1\n");
        assertThat(run("drift")).startsWith("exit 1\n");
        assertThat(run("check")).contains("is not the one that was proved for 1");
        assertThat(run("upgrade", "1", "--accept-drift")).isEqualTo("""
            exit 0
            accepted: table public.more is only in the database
            accepted: column public.more.id is only in the database
            accepted: column public.users.name differs
            nothing to do: app on localhost:PORT is at 1
            """);
        assertThat(run("drift")).isEqualTo("""
            exit 0
            accepted: table public.more is only in the database
            accepted: column public.more.id is only in the database
            accepted: column public.users.name differs
            no drift: app on localhost:PORT is at 1, and all 4 objects are as they were proved or accepted
            """);
        assertThat(run("check"))
                .doesNotContain("is not the one that was proved")
                .contains("revision 2 is pending");
        assertThat(run("upgrade", "1", "--accept-drift"))
                .isEqualTo("exit 0\nnothing to do: app on localhost:PORT is at 1\n");
        assertThat(run("upgrade")).isEqualTo("""
            exit 0
            applied 2  email  TIME
            applied 1 script in TIME: app on localhost:PORT is at 2
            """);
        assertThat(run("check")).startsWith("exit 0\n");
        StockFlyway.on(project.database(), project.folder()).validate();
    }

    @Test
    void jsonAndTheHistoryOfFingerprintsTellOfIt() {
        assertThat(run("upgrade", "1", "--accept-drift", "--format", "json")).contains("""
                  "drift": [
                    {
                      "kind": "table",
                      "name": "public.more",
                      "proved": null,
                      "live": "table"
                    },
            """);
        assertThat(project.query("""
            select installed_rank || ' ' || (object ->> 'kind') || ' ' || (object ->> 'name')
            from flyway_schema_history_fingerprint, jsonb_array_elements(accepted) as object
            order by 1\
            """))
                .containsExactly("1 column public.more.id", "1 column public.users.name", "1 table public.more");
        assertThat(run("current", "--verbose")).startsWith("exit 0\n");
    }

    @Test
    void whatDiffersAgainIsDriftAgain() {
        run("upgrade", "1", "--accept-drift");
        project.execute("alter table users alter name set not null; alter table more add extra int");
        assertThat(run("upgrade"))
                .startsWith("exit 3\n")
                .contains("column public.more.extra is only in the database")
                .doesNotContain("public.users.name");
        assertThat(run("upgrade", "1", "--accept-drift")).isEqualTo("""
            exit 0
            accepted: column public.more.extra is only in the database
            nothing to do: app on localhost:PORT is at 1
            """);
        assertThat(run("upgrade")).startsWith("exit 0\napplied 2 ");
    }

    @Test
    void aDowngradeWithNothingToTakeBackAcceptsAsWell() {
        assertThat(run("downgrade", "1", "--yes", "--accept-drift")).isEqualTo("""
            exit 0
            accepted: table public.more is only in the database
            accepted: column public.more.id is only in the database
            accepted: column public.users.name differs
            nothing to do: app on localhost:PORT is at 1
            """);
        assertThat(run("upgrade")).startsWith("exit 0\napplied 2 ");
    }

    @Test
    void aDatabaseThatFlywayMigratedNeedsNothingMore() {
        project.execute("drop table flyway_schema_history_fingerprint");
        assertThat(run("upgrade", "1", "--accept-drift")).startsWith("exit 0\naccepted: table public.more ");
        assertThat(run("upgrade")).startsWith("exit 0\napplied 2 ");
    }

    @Test
    void withoutAManifestThereIsNothingToAccept() throws IOException {
        Files.delete(project.folder().resolve("manifest.json"));
        assertThat(run("upgrade", "1", "--accept-drift")).isEqualTo("""
            exit 0
            nothing to do: app on localhost:PORT is at 1
            """);
    }

    @Test
    void aUserWhoMayNotRecordItIsRefused() {
        String guest = VISITOR + "_of_" + project.database().owner();
        PostgresServer.shared().execute("create role %s login password 'secret of guest'".formatted(guest));
        project.execute("grant select, insert on flyway_schema_history to " + guest);
        Run run = Run.with(
                        Map.of(
                                "DATABASE_URL",
                                project.database().url(),
                                "DATABASE_USER",
                                guest,
                                "DATABASE_PASSWORD",
                                "secret of guest"),
                        "upgrade",
                        "1",
                        "--accept-drift",
                        "--locations",
                        project.folder().toString())
                .masked(project.database(), project.folder());
        assertThat(run.text()).isEqualTo("""
            exit 3
            --- stderr
            error: what differs in database app on localhost:PORT cannot be accepted: this user may not create or alter "public"."flyway_schema_history_fingerprint"
              table public.more is only in the database
                + table
              column public.more.id is only in the database
                + integer
              column public.users.name differs
                - text not null
                + text
              state: nothing was changed
              help:  run it as the owner of the history (`--owner-role`), or let this user create tables beside it
            """);
    }
}
