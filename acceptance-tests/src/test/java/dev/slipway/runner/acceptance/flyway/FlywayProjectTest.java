package dev.slipway.runner.acceptance.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Run;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.baseline.BaselineMigrationConfigurationExtension;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A project of each kind goes through Flyway and Slipway in every order, and nobody can tell afterwards which it was.
final class FlywayProjectTest {
    private static final String SCHEMA = """
        select n.nspname || '.' || c.relname || ' ' || c.relkind::text || ' ' || coalesce(
                   (select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || coalesce(
                        pg_get_expr(d.adbin, d.adrelid), ''), ', ' order by a.attnum)
                    from pg_attribute a left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '')
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
          and c.relname not like 'slipway\\_%' and c.relkind <> 't'
        union all
        select n.nspname || '.' || p.proname || ' ' || replace(p.prosrc, E'\\r', '')
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
        order by 1
        """;

    @TempDir
    private Path folder;

    private enum Tool {
        FLYWAY,
        SLIPWAY
    }

    static Stream<FlywayKind> kinds() {
        return FlywayKinds.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void itDoesNotMatterWhichOfTheTwoRan(FlywayKind kind) throws IOException {
        List<List<String>> flyway = outcome(kind, Tool.FLYWAY, Tool.FLYWAY);
        for (Tool first : Tool.values()) {
            assertThat(outcome(kind, first, Tool.SLIPWAY))
                    .as("%s, then Slipway", first)
                    .isEqualTo(flyway);
        }
        assertThat(outcome(kind, Tool.SLIPWAY, Tool.FLYWAY))
                .as("Slipway, then Flyway")
                .isEqualTo(flyway);
    }

    /// The history and the schema, once both tools have nothing more to do.
    private List<List<String>> outcome(FlywayKind kind, Tool first, Tool then) throws IOException {
        TestDatabase database = PostgresServer.shared().createDatabase();
        Path project = Files.createTempDirectory(folder, first + "-" + then);
        kind.writeFirst(project);
        run(first, kind, project, database);
        kind.writeThen(project);
        run(then, kind, project, database);
        List<List<String>> outcome = List.of(history(kind, database), database.query(SCHEMA));

        Run again = slipway(kind, project, database, "upgrade");
        assertThat(again.out()).as(again.text()).startsWith("nothing to do");
        Run check = slipway(kind, project, database, "check", "--flyway");
        assertThat(check.exitCode()).as(check.text()).isZero();
        assertThat(flyway(kind, project, database).migrate().migrationsExecuted).isZero();
        return outcome;
    }

    private static void run(Tool tool, FlywayKind kind, Path project, TestDatabase database) throws IOException {
        switch (tool) {
            case FLYWAY -> flyway(kind, project, database).migrate();
            case SLIPWAY -> {
                Run run = slipway(kind, project, database, "upgrade");
                assertThat(run.exitCode()).as(run.text()).isZero();
            }
        }
    }

    private static Run slipway(FlywayKind kind, Path project, TestDatabase database, String... command)
            throws IOException {
        Path conf = Files.createTempFile("flyway", ".conf");
        Files.writeString(
                conf,
                kind.settings(project).entrySet().stream().map(Object::toString).collect(Collectors.joining("\n")));
        return Run.with(Map.of("DATABASE_URL", database.url(), "FLYWAY_CONFIG_FILES", conf.toString()), command);
    }

    private static Flyway flyway(FlywayKind kind, Path project, TestDatabase database) {
        Map<String, String> settings = kind.settings(project);
        String baseline = settings.remove("flyway.baselineMigrationPrefix");
        settings.remove("flyway.undoSqlMigrationPrefix");
        FluentConfiguration configuration = Flyway.configure()
                .configuration(settings)
                .dataSource(database.jdbcUrl(), database.owner(), database.password());
        configuration
                .getPluginRegister()
                .getExact(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        if (baseline != null) {
            configuration
                    .getPluginRegister()
                    .getExact(BaselineMigrationConfigurationExtension.class)
                    .setBaselineMigrationPrefix(baseline);
        }
        return configuration.load();
    }

    private static List<String> history(FlywayKind kind, TestDatabase database) {
        String table = kind.settings().getOrDefault("flyway.table", "flyway_schema_history");
        String schema = kind.settings()
                .getOrDefault(
                        "flyway.defaultSchema",
                        kind.settings().getOrDefault("flyway.schemas", "public").replaceFirst(",.*", ""));
        return database.query("select installed_rank, version, description, type, script, checksum, success"
                + " from \"%s\".\"%s\" order by 1".formatted(schema, table));
    }
}
