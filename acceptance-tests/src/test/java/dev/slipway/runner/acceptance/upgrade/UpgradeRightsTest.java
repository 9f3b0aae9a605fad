package dev.slipway.runner.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Roles, settings and rights of an upgrade.
final class UpgradeRightsTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoScripts() {
        project.with("V1__create_users.sql", "create table users (id int primary key, name text);")
                .with("V2__add_email.sql", "alter table users add email text;");
    }

    @Test
    void keepsTheSettingsOfOneScriptFromTheNext() {
        project.with("V3__settings.sql", "set search_path = ''; set statement_timeout = '300ms'; set role none;")
                .with("V4__slow.sql", "create table later (id int); select pg_sleep(0.5);");
        Run run = project.run("upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(tables()).containsExactly("flyway_schema_history", "later", "users");
    }

    @Test
    void writesTheHistoryInItsOwnRoleWhateverRoleAScriptTakesOn() {
        PostgresServer.shared()
                .execute("create role guest_of_%1$s; grant guest_of_%1$s to %1$s"
                        .formatted(project.database().owner()));
        project.with(
                        "V3__role.sql",
                        "set role guest_of_%s;".formatted(project.database().owner()))
                .with("V4__table.sql", "create table later (id int);");
        Run run = project.run("upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.query("select tableowner from pg_tables where tablename = 'later'"))
                .containsExactly(project.database().owner());
    }

    @Test
    void actsAsTheOwnerRole() {
        PostgresServer.shared()
                .execute(
                        "create role the_owner_of_%1$s; grant the_owner_of_%1$s to %1$s; grant all on schema public to the_owner_of_%1$s"
                                .formatted(project.database().owner()));
        project.execute("grant all on schema public to the_owner_of_"
                + project.database().owner());
        Run run = project.run(
                "upgrade", "--owner-role", "the_owner_of_" + project.database().owner());
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.query("select distinct tableowner from pg_tables where schemaname = 'public'"))
                .containsExactly("the_owner_of_" + project.database().owner());
        assertThat(project.run("upgrade", "--owner-role", "nobody").text()).isEqualTo("""
                exit 4
                --- stderr
                error: could not act as role "nobody": role "nobody" does not exist
                  sqlstate: 22023
                  state: nothing was changed
                  help:  see the server's message and its log
                """);
    }

    @Test
    void saysWhichRightIsMissing() {
        PostgresServer.shared()
                .execute("create role visitor_of_%1$s login password 'secret of test'"
                        .formatted(project.database().owner()));
        Run run = Run.with(
                Map.of(
                        "DATABASE_URL",
                        project.database().url(),
                        "DATABASE_USER",
                        "visitor_of_" + project.database().owner(),
                        "DATABASE_PASSWORD",
                        "secret of test"),
                "--locations",
                project.folder().toString());
        assertThat(run.text()).isEqualTo("""
                exit 4
                --- stderr
                error: could not create the history table: permission denied for schema public
                  sqlstate: 42501
                  state: nothing was changed
                  help:  run as the owner of the schema, or give this user the privilege
                """);
    }

    private java.util.List<String> tables() {
        return project.query("select tablename from pg_tables where schemaname = 'public' order by 1");
    }
}
