package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project with settings of its own goes through Flyway and Slipway in both orders.
final class FlywayProjectTest {
    private static final String ROWS =
            "select installed_rank, version, description, type, script, checksum, success from ledger order by 1";

    private final TestDatabase ours = PostgresServer.shared().createDatabase();
    private final TestDatabase theirs = PostgresServer.shared().createDatabase();
    private final Map<String, String> settings = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void project() throws IOException {
        settings.put("flyway.locations", "filesystem:%s/*/sql,filesystem:%s/views".formatted(folder, folder));
        settings.put("flyway.table", "ledger");
        settings.put("flyway.sqlMigrationPrefix", "MIG-");
        settings.put("flyway.repeatableSqlMigrationPrefix", "REP");
        settings.put("flyway.sqlMigrationSeparator", "--");
        settings.put("flyway.sqlMigrationSuffixes", ".ddl,.sql");
        settings.put("flyway.encoding", "ISO-8859-1");
        settings.put("flyway.placeholders.tableName", "users");
        new ScriptFolder(folder)
                .with("a/sql/MIG-1--users.ddl", "create table ${tableName} (id int);\r\nselect 1;\r\n")
                .with("a/sql/MIG-3--text.sql", "create table t (x text default '${none}');")
                .with("a/sql/MIG-3--text.sql.conf", "placeholderReplacement=false")
                .with("b/sql/deep/MIG-4--index.sql", "create table i (id int); create index on i (id);")
                .with("b/sql/deep/MIG-4--index.sql.conf", "executeInTransaction=false\n")
                .with("views/REP--names.sql", "create or replace view names as select id from ${tableName};")
                .with("views/afterMigrate.sql", "select 1;")
                .with("views/dump.sql", "no sql at all");
        Files.writeString(
                folder.resolve("b/sql/MIG-2--latin.sql"),
                "create table größe (name text default 'ß');",
                StandardCharsets.ISO_8859_1);
    }

    @Test
    void flywayTakesOverFromSlipway() throws IOException {
        Run run = upgrade(ours);
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(run.err()).isEqualTo("""
            warning: callbacks of Flyway are not run: FOLDER/views/afterMigrate.sql
            warning: not run, since the name is not that of a script: FOLDER/views/dump.sql
            """);
        flyway(ours).validate();
        assertThat(flyway(ours).migrate().migrationsExecuted).isZero();
        flyway(theirs).migrate();
        assertThat(rows(ours)).isEqualTo(rows(theirs)).hasSize(5);
    }

    @Test
    void slipwayTakesOverFromFlyway() throws IOException {
        flyway(theirs).migrate();
        assertThat(upgrade(theirs).out()).isEqualTo("nothing to do: app on localhost:PORT is at 4\n");
    }

    @Test
    void ownSettingsWin() throws IOException {
        Run run = slipway(Map.of("DATABASE_URL", ours.url(), "SLIPWAY_HISTORY_TABLE", "other"), "upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(ours.query("select count(*) from other")).isEqualTo(List.of("5"));
    }

    @Test
    void theAddressAndHowFarToGoAreFlyways() throws IOException {
        settings.put("flyway.url", ours.jdbcUrl());
        settings.put("flyway.user", ours.owner());
        settings.put("flyway.password", ours.password());
        Run run = slipway(Map.of("FLYWAY_TARGET", "2"), "upgrade");
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(rows(ours)).hasSize(2);
    }

    @Test
    void whatHasNoCounterpartIsNamedOnce() throws IOException {
        settings.put("flyway.group", "true");
        settings.put("flyway.installedBy", "me");
        assertThat(slipway(Map.of(), "heads").err())
                .startsWith("warning: settings of Flyway that have no effect here: "
                        + "flyway.group (each script has a transaction of its own); "
                        + "flyway.installedBy (the history names the role that signed in)\n");
    }

    private Run upgrade(TestDatabase database) throws IOException {
        return slipway(Map.of("DATABASE_URL", database.url()), "upgrade").masked(database, folder);
    }

    private Run slipway(Map<String, String> environment, String command) throws IOException {
        Path conf = folder.resolve("my.conf");
        Files.writeString(
                conf,
                settings.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n", "# ours\n", "\n")));
        Map<String, String> all = new TreeMap<>(environment);
        all.put("FLYWAY_CONFIG_FILES", conf.toString());
        return Run.with(all, command);
    }

    private Flyway flyway(TestDatabase database) {
        FluentConfiguration configuration = Flyway.configure()
                .configuration(settings)
                .dataSource(database.jdbcUrl(), database.owner(), database.password());
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        return configuration.load();
    }

    private static List<String> rows(TestDatabase database) {
        return database.query(ROWS);
    }
}
