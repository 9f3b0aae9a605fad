package dev.slipway.runner.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An index that is there and of no use, and the ways out that `check` names.
final class InvalidIndexTest {
    private static final String GOOD = "exit 0\nno problems: 1 revision, 1 head; app on localhost:PORT is at 1\n";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void applied() {
        project.with("V1__users.sql", "create table users (name text); create index users_name on users (name);");
        assertThat(project.run("upgrade").exitCode()).isZero();
        assertThat(check()).isEqualTo(GOOD);
    }

    private String check() {
        return project.run("check").text();
    }

    @Test
    void isFoundWhenAConcurrentBuildFailed() throws SQLException {
        project.execute("insert into users values ('Ada'), ('Ada')");
        buildInVain("create unique index concurrently once on users (name)");

        assertThat(check()).startsWith("""
                exit 1
                app on localhost:PORT: index public.once is invalid: its concurrent build did not come to its end
                  effect: no query uses it, every write pays for it, and if it is unique, equal rows may be there
                  remedy: build it anew with `reindex index concurrently public.once`, or, if no script makes it, \
                `drop index concurrently public.once`
                """);
        project.execute("drop index concurrently public.once");
        assertThat(check()).isEqualTo(GOOD);
    }

    @Test
    void ofAScriptIsMadeValidAgain() throws SQLException {
        ProvedScripts.write(project.folder());
        assertThat(check()).isEqualTo(GOOD);
        mark("indisvalid = false");

        assertThat(check()).contains("index public.users_name is invalid");
        project.execute("reindex index concurrently public.users_name");
        assertThat(check()).isEqualTo(GOOD);
    }

    @Test
    void ofAReindexIsToBeDropped() throws SQLException {
        project.execute("insert into users values ('Ada'), ('Ada')");
        mark("indisunique = true");
        buildInVain("reindex index concurrently users_name");
        mark("indisunique = false");

        assertThat(check())
                .contains("index public.users_name_ccnew is invalid")
                .contains(
                        "  remedy: `drop index concurrently public.users_name_ccnew`: a `reindex concurrently` left it");
        project.execute("drop index concurrently public.users_name_ccnew");
        assertThat(check()).isEqualTo(GOOD);
    }

    private void mark(String change) throws SQLException {
        TestDatabase database = project.database();
        try (Connection connection = database.server().connectAsSuperuser(database.name());
                Statement statement = connection.createStatement()) {
            statement.execute("update pg_index set %s where indexrelid = 'users_name'::regclass".formatted(change));
        }
    }

    private void buildInVain(String sql) throws SQLException {
        try (Connection connection = project.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!"23505".equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
