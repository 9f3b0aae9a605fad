package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.AlembicProject;
import dev.slipway.runner.acceptance.Console;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.runner.acceptance.StockFlyway;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The guide for those who come with a live database shows what happens.
final class ComingWithHistoryTest {
    private static final String PAGE = "docs/how-to/coming-with-a-history.md";

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    @Test
    void alembicsGoesAsShown(@TempDir Path temp) throws IOException {
        AlembicProject.require();
        AlembicProject project = AlembicProject.copiedTo(Files.createDirectory(temp.resolve("project")));
        Files.delete(project.file("upgrade.sql"));
        Files.delete(project.file("downgrade.sql"));
        project.alembic(database, "upgrade", "heads");

        List<Console.Shown> shown = Console.in(PAGE, "## From Alembic");
        assertThat(shown).hasSize(8);
        assertThat(new Console(project.folder(), database).run(shown)).isEqualTo(shown);
    }

    @Test
    void flywaysGoesAsShown(@TempDir Path temp) {
        ScriptFolder project = new ScriptFolder(temp.resolve("project/migrations"))
                .with("V1__users.sql", "create table users (id int);")
                .with("V2__email.sql", "alter table users add email text;");
        StockFlyway.on(database, project.path()).migrate();

        List<Console.Shown> shown = Console.in(PAGE, "## From Flyway");
        assertThat(shown).hasSize(3);
        assertThat(new Console(temp.resolve("project"), database).run(shown)).isEqualTo(shown);
    }

    @Test
    void thatOfNoToolGoesAsShown(@TempDir Path temp) throws IOException {
        Files.createDirectories(temp.resolve("project"));
        database.execute("create table users (id int primary key, email text)");

        List<Console.Shown> shown = Stream.of("## From no tool", "## In CI")
                .flatMap(heading -> Console.in(PAGE, heading).stream())
                .toList();
        assertThat(shown).hasSize(6);
        assertThat(new Console(temp.resolve("project"), database).run(shown)).isEqualTo(shown);
    }
}
