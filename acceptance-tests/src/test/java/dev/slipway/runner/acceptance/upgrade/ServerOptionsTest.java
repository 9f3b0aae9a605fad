package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Proved;
import dev.slipway.testing.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Databases of a server that writes options of its own into the catalog, with each CREATE and ALTER another one.
final class ServerOptionsTest {
    private static final String SERVER = """
            create schema server;
            create function server.mark() returns event_trigger language plpgsql security definer as $$
            begin
                update pg_attribute a
                set attoptions = array['pg_attver=' || (random() * 1e6)::int]
                    || array(select o from unnest(a.attoptions) as o where o !~ '^pg_attver')
                from pg_class c
                where c.oid = a.attrelid and c.oid >= 16384 and c.relkind in ('r', 'v', 'm', 'p') and a.attnum > 0;
                update pg_class c
                set reloptions = array['pg_relver=' || (random() * 1e6)::int]
                    || array(select o from unnest(c.reloptions) as o where o !~ '^pg_relver')
                where c.oid >= 16384 and c.relkind in ('r', 'v', 'm', 'i');
            end
            $$;
            create event trigger mark on ddl_command_end execute function server.mark();
            """;

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void proveElsewhere() throws SQLException {
        project.with("V1__users.sql", """
                        create table users (id int primary key, email text) with (fillfactor = 70);
                        create index by_email on users (email) with (fillfactor = 60);
                        """)
                .with("U1__users.sql", "drop table users;")
                .with(
                        "V2__view.sql",
                        "create view mails with (security_barrier) as select email from users; alter table users add phone text;")
                .with("U2__view.sql", "drop view mails; alter table users drop phone;");
        assertThat(Proved.on(project.folder()).exitCode()).isZero();
        try (Connection connection = PostgresServer.shared()
                        .connectAsSuperuser(project.database().name());
                Statement statement = connection.createStatement()) {
            statement.execute(SERVER);
        }
    }

    private String run(String... arguments) {
        return project.run(arguments).text();
    }

    @Test
    void theyAreNoDifference() {
        assertThat(run("upgrade", "1")).startsWith("exit 0\n");
        assertThat(run("upgrade")).startsWith("exit 0\n");
        assertThat(run("drift", "--ignore-schema", "server")).startsWith("exit 0\nno drift: ");
        assertThat(run("check")).startsWith("exit 0\n");
        assertThat(run("downgrade", "1", "--yes")).startsWith("exit 0\n");
        assertThat(run("upgrade")).startsWith("exit 0\n");
        project.execute("drop table flyway_schema_history, flyway_schema_history_fingerprint");
        assertThat(run("adopt", "--ignore-schema", "server")).startsWith("exit 0\n");
    }
}
