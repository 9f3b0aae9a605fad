package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The guides show what happens.
final class HowToTest {
    private static final String FLYWAY = "docs/how-to/from-flyway.md";
    private static final String ADOPT = "docs/how-to/adopt-a-database.md";
    private static final String ALEMBIC = "docs/how-to/from-alembic.md";

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    @Test
    void aDatabaseOfFlywayIsKnown(@TempDir Path temp) {
        ScriptFolder project = flywayProject(temp.resolve("project"));
        StockFlyway.on(database, project.path()).migrate();

        List<Console.Shown> shown = Console.in(FLYWAY, "# From Flyway");
        assertThat(shown).hasSize(2);
        assertThat(new Console(temp.resolve("project"), database).run(shown)).isEqualTo(shown);
    }

    @Test
    void wordsOfFlywayAreUnderstood(@TempDir Path temp) throws IOException {
        List<String> commands = Table.column(FLYWAY, 1).stream()
                .flatMap(cell -> Stream.of(cell.split("`, or `")))
                .map(command -> command.replace("`", ""))
                .toList();
        assertThat(commands).hasSize(10);
        List<String> failed = new ArrayList<>();
        for (String command : commands) {
            TestDatabase own = PostgresServer.shared().createDatabase();
            ScriptFolder project = flywayProject(temp.resolve(own.name()));
            if (!command.contains("migrate") && !command.contains("upgrade")) {
                StockFlyway.on(own, project.path()).migrate();
            }
            Run run = Run.on(own, project.path(), Table.arguments(command));
            if (run.exitCode() != 0) {
                failed.add(command + "\n" + run.text());
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void flywayGoesOnAfterUs(@TempDir Path temp) {
        ScriptFolder project = flywayProject(temp);
        Run.on(database, temp, "upgrade", "1");
        assertThat(StockFlyway.on(database, project.path()).migrate().migrationsExecuted)
                .isEqualTo(1);
        StockFlyway.on(database, project.path()).validate();
    }

    @Test
    void anExactMatchIsAdoptedAsShown(@TempDir Path temp) {
        provedProject(temp.resolve("project"));
        database.execute("create table users (email text, id int)");

        List<Console.Shown> shown = Console.in(ADOPT, "## An exact match");
        assertThat(shown).hasSize(3);
        assertThat(new Console(temp.resolve("project"), database).run(shown)).isEqualTo(shown);
    }

    @Test
    void aNearMissIsRefusedAsShown(@TempDir Path temp) {
        provedProject(temp.resolve("project"));
        database.execute("create table users (id int, email text); create index users_by_email on users (email)");

        List<Console.Shown> shown = Console.in(ADOPT, "## A near miss");
        assertThat(shown).hasSize(1);
        assertThat(new Console(temp.resolve("project"), database).run(shown)).isEqualTo(shown);
    }

    private static void provedProject(Path folder) {
        ScriptFolder project = flywayProject(folder).with("V3__phone.sql", "alter table users add phone text;");
        ProvedScripts.write(project.path());
    }

    @Test
    void theImportFromAlembicGoesAsShown(@TempDir Path temp) throws IOException {
        AlembicProject project = alembicProject(temp);
        project.alembic(database, "upgrade", "8f3a71c0de55");

        List<Console.Shown> shown = Console.in(ALEMBIC, "## With import-alembic");
        assertThat(shown).hasSize(8);
        assertThat(new Console(project.folder(), database).run(shown)).isEqualTo(shown);
    }

    @Test
    void theWayByHandGoesAsShown(@TempDir Path temp) throws IOException {
        AlembicProject project = alembicProject(temp);
        project.alembic(database, "upgrade", "5d1e2b8a9f03");

        List<Console.Shown> shown = Console.in(ALEMBIC, "## By hand");
        assertThat(shown).hasSize(7);
        assertThat(new Console(project.folder(), database).run(shown)).isEqualTo(shown);

        TestDatabase empty = PostgresServer.shared().createDatabase();
        Path scripts = project.folder().resolve("sql");
        assertThat(Run.on(empty, scripts, "upgrade").text()).startsWith("exit 0\n");
        assertThat(SchemaText.of(empty)).isEqualTo(SchemaText.of(database));
        assertThat(Run.on(empty, scripts, "downgrade", "base", "--yes").text()).startsWith("exit 0\n");
        assertThat(SchemaText.of(empty)).isEmpty();
    }

    /// A project in which nobody has written SQL yet.
    private static AlembicProject alembicProject(Path temp) throws IOException {
        AlembicProject.require();
        AlembicProject project = AlembicProject.copiedTo(Files.createDirectory(temp.resolve("project")));
        Files.delete(project.file("upgrade.sql"));
        Files.delete(project.file("downgrade.sql"));
        return project;
    }

    private static ScriptFolder flywayProject(Path folder) {
        return new ScriptFolder(folder.resolve("migrations"))
                .with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "alter table users add email text;")
                .with("U2__email.sql", "alter table users drop email;");
    }
}
