package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A server that switches row level security on for each new table, as some managed platforms do.
final class AcceptedResultTest {
    private static final String PLATFORM = """
        create schema platform;
        create function platform.secure() returns event_trigger language plpgsql security definer as $$
        declare
            made record;
        begin
            for made in
                select * from pg_event_trigger_ddl_commands()
                where command_tag = 'CREATE TABLE' and object_identity not like '%flyway_schema_history%'
            loop
                execute format('alter table %s enable row level security', made.object_identity);
            end loop;
        end
        $$;
        create event trigger secure on ddl_command_end when tag in ('CREATE TABLE')
            execute function platform.secure();
        """;

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void proveElsewhere() throws SQLException {
        project.with("V1__users.sql", "create table users (id int primary key);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__email.sql", "alter table users add email text;")
                .with("U2__email.sql", "alter table users drop email;")
                .with("V3__options.sql", "alter table users set (fillfactor = 70);")
                .with("U3__options.sql", "alter table users reset (fillfactor);");
        ProvedScripts.write(project.folder());
        try (Connection connection = PostgresServer.shared()
                        .connectAsSuperuser(project.database().name());
                Statement statement = connection.createStatement()) {
            statement.execute(PLATFORM);
        }
    }

    private String run(String... arguments) {
        return project.run(arguments).text();
    }

    @Test
    void aResultIsRefusedWithAWayOn() {
        assertThat(run("upgrade", "1")).isEqualTo("""
            exit 6
            --- stderr
            error: script "V1__users.sql" does something else here than when it was proved
              1 object differs (- as proved, + in the database):
                table public.users differs
                  - table
                  + table row level security
              state: this run applied nothing; 1 was rolled back
              help:  find what in the script depends on this database, its data, settings or version, correct it, run `prove` (`prove --all` if it is the value of a placeholder), and then `upgrade` again; if others changed these objects meanwhile, only run `upgrade` again; if it is the server that does this, `upgrade --accept-drift` takes these objects as they are, and records it
            """);
    }

    @Test
    void whatWasAcceptedStaysSo() {
        assertThat(run("upgrade", "1", "--accept-drift")).isEqualTo("""
            exit 0
            continuing although after V1__users.sql table public.users differs
            applied 1  users  TIME
            applied 1 script in TIME: app on localhost:PORT is at 1
            """);
        assertThat(run("drift", "--ignore-schema", "platform")).isEqualTo("""
            exit 0
            accepted: table public.users differs
            no drift: app on localhost:PORT is at 1, and all 3 objects are as they were proved or accepted
            """);
        assertThat(run("check")).startsWith("exit 1\n").doesNotContain("not the one that was proved");
        assertThat(run("upgrade")).isEqualTo("""
            exit 0
            applied 2  email  TIME
            applied 3  options  TIME
            applied 2 scripts in TIME: app on localhost:PORT is at 3
            """);
        assertThat(run("check")).startsWith("exit 0\n");
        assertThat(run("drift", "--ignore-schema", "platform")).startsWith("exit 0\naccepted: ");
        assertThat(run("downgrade", "1", "--yes")).startsWith("exit 0\n");
        assertThat(run("drift", "--ignore-schema", "platform")).startsWith("exit 0\naccepted: ");
        assertThat(run("current")).startsWith("exit 0\n");
    }

    @Test
    void whatChangesAfterwardsIsDriftAgain() {
        run("upgrade", "2", "--accept-drift");
        project.execute("alter table users force row level security");
        assertThat(run("upgrade")).startsWith("exit 3\n").contains("table public.users differs");
        project.execute("alter table users no force row level security; create index more on users (email)");
        assertThat(run("upgrade"))
                .startsWith("exit 3\n")
                .contains("index public.more")
                .doesNotContain("users differs");
    }

    @Test
    void jsonTellsWhatWasAccepted() {
        assertThat(run("upgrade", "1", "--accept-drift", "--format", "json")).contains("""
                  "drift": [],
                  "results": [
                    {
                      "script": "V1__users.sql",
                      "difference": {
                        "kind": "table",
                        "name": "public.users",
                        "proved": "table",
                        "live": "table row level security"
                      }
                    }
                  ]
            """);
    }

    @Test
    void theTableOfAnOlderRunnerIsExtended() {
        run("upgrade", "1", "--accept-drift");
        project.execute("alter table flyway_schema_history_fingerprint drop accepted");
        assertThat(run("upgrade")).startsWith("exit 3\n");
        assertThat(run("upgrade", "2", "--accept-drift"))
                .startsWith("exit 0\ncontinuing although table public.users differs\n");
        assertThat(run("upgrade")).startsWith("exit 0\napplied 3 ");
        assertThat(project.query("select accepted from flyway_schema_history_fingerprint order by installed_rank"))
                .hasSize(3);
    }

    @Test
    void stockFlywayTakesNoNotice() {
        run("upgrade", "1", "--accept-drift");
        assertThat(run("upgrade")).startsWith("exit 0\n");
        StockFlyway.on(project.database(), project.folder()).validate();
    }
}
