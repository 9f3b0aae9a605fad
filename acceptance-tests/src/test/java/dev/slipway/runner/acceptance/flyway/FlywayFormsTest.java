package dev.slipway.runner.acceptance.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A project says in each form that Flyway has where its database is, and Slipway needs to be told nothing.
final class FlywayFormsTest {
    private static final String DONE = "applied 1 script in TIME: app on localhost:PORT is at 1\n";

    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void scripts() {
        project.with("V1__a.sql", "create table ${tableName} (id int);").with("V2__b.sql", "create table b (id int);");
    }

    @Test
    void variables() {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "FLYWAY_URL",
                project.database().jdbcUrl(),
                "FLYWAY_USER",
                project.database().owner(),
                "FLYWAY_PASSWORD",
                project.database().password(),
                "FLYWAY_LOCATIONS",
                "filesystem:" + project.folder(),
                "FLYWAY_TARGET",
                "1",
                "FLYWAY_DEFAULT_SCHEMA",
                "app",
                "FLYWAY_TABLE",
                "ledger",
                "FLYWAY_PLACEHOLDERS_TABLENAME",
                "users"));
        verify(Run.with(environment, "upgrade"));
    }

    @Test
    void conf() throws IOException {
        verify(named(
                "my.conf",
                """
            # ours
            flyway.url=%s
            flyway.user=${DB_USER}
            flyway.password=%s
            flyway.locations=filesystem:%s
            flyway.target=1
            flyway.defaultSchema=app
            flyway.table=ledger
            flyway.placeholders.tableName=users
            """.formatted(project.database().jdbcUrl(), project.database().password(), project.folder()),
                "upgrade"));
    }

    @Test
    void toml() throws IOException {
        verify(named(
                "my.toml",
                """
            [flyway]
            environment = "dev"
            locations = ["filesystem:%s"]
            target = "1"
            table = "ledger"
            [flyway.placeholders]
            tableName = "users"
            [environments.dev]
            url = "%s"
            user = "${env.DB_USER}"
            password = "%s"
            schemas = ["app"]
            """.formatted(
                                project.folder(),
                                project.database().jdbcUrl(),
                                project.database().password()),
                "upgrade"));
    }

    @Test
    void ownSettingsWin() throws IOException {
        Path conf = project.folder().resolve("my.conf");
        Files.writeString(conf, """
            flyway.url=jdbc:postgresql://nowhere:1/none
            flyway.password=wrong
            flyway.locations=filesystem:%s/none
            flyway.table=ledger
            flyway.target=1
            flyway.placeholders.tableName=users
            """.formatted(project.folder()));
        Run run = Run.with(
                Map.of(
                        "DATABASE_URL",
                        project.database().url(),
                        "FLYWAY_CONFIG_FILES",
                        conf.toString(),
                        "SLIPWAY_LOCATIONS",
                        "filesystem:" + project.folder(),
                        "SLIPWAY_HISTORY_TABLE",
                        "ours",
                        "SLIPWAY_PLACEHOLDER_TABLENAME",
                        "people"),
                "upgrade",
                "head");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.query("select version from ours order by 1")).isEqualTo(List.of("1", "2"));
        assertThat(project.query("select to_regclass('people') is not null")).isEqualTo(List.of("t"));
    }

    @Test
    void whatHasNoCounterpartIsNamedOnceAndNoSecretIsTold() throws IOException {
        Run run = named("my.conf", """
            flyway.url=jdbc:postgresql://localhost:1/app
            flyway.user=someone
            flyway.password=hunter2-and-more
            flyway.jdbcProperties.sslpassword=key-to-the-door
            flyway.locations=filesystem:%s
            flyway.placeholders.tableName=hunter2-and-more
            flyway.group=true
            flyway.mixed=true
            flyway.installedBy=key-to-the-door
            flyway.sqlMigrationPrefixes=V
            """.formatted(project.folder()), "check");
        assertThat(run.text()).doesNotContain("hunter2").doesNotContain("key-to-the-door");
        assertThat(run.err())
                .startsWith("warning: settings of Flyway that have no effect here: "
                        + "flyway.group (each script has a transaction of its own); "
                        + "flyway.installedBy (the history names the role that signed in); "
                        + "flyway.sqlMigrationPrefixes (it is not known)\n");
    }

    @Test
    void aProjectMayNameItsVersionForStamp() throws IOException {
        project.execute("create table users (id int)");
        Run run = named(
                "my.conf",
                """
                flyway.url=%s
                flyway.user=%s
                flyway.password=%s
                flyway.locations=filesystem:%s
                flyway.baselineVersion=1
                """.formatted(
                                project.database().jdbcUrl(),
                                project.database().owner(),
                                project.database().password(),
                                project.folder()),
                "baseline");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(project.query("select version from flyway_schema_history")).isEqualTo(List.of("1"));
    }

    @Test
    void anUndoScriptIsNamedAsTheProjectNamesIt() throws IOException {
        project.with("x/MIG-1--a.ddl", "create table a (id int);");
        String conf = """
            flyway.url=%s
            flyway.user=%s
            flyway.password=%s
            flyway.locations=filesystem:%s/x
            flyway.sqlMigrationPrefix=MIG-
            flyway.undoSqlMigrationPrefix=BACK-
            flyway.sqlMigrationSeparator=--
            flyway.sqlMigrationSuffixes=.ddl
            """.formatted(
                        project.database().jdbcUrl(),
                        project.database().owner(),
                        project.database().password(),
                        project.folder());
        assertThat(named("my.conf", conf, "upgrade").exitCode()).isZero();
        assertThat(named("my.conf", conf, "downgrade", "base", "--yes").err())
                .contains("there is no undo script for MIG-1--a.ddl: it would be BACK-1--a.ddl");
    }

    private Run named(String file, String text, String... command) throws IOException {
        Path settings = project.folder().resolve(file);
        Files.writeString(settings, text);
        return Run.with(
                Map.of(
                        "FLYWAY_CONFIG_FILES", settings.toString(),
                        "DB_USER", project.database().owner(),
                        "SLIPWAY_WAIT_TIMEOUT", "0s"),
                command);
    }

    private void verify(Run run) {
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.masked(project.database(), project.folder()).out()).contains(DONE);
        assertThat(project.query("select version from app.ledger where version is not null"))
                .isEqualTo(List.of("1"));
        assertThat(project.query("select to_regclass('app.users') is not null")).isEqualTo(List.of("t"));
    }
}
