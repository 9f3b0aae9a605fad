package dev.slipway.runner.acceptance.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Console;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresClient
final class BackupGuideTest {
    private static final String PAGE = "docs/how-to/back-up-and-restore.md";

    @Test
    void backupsAreWrittenTriedAndRestoredAsShown(@TempDir Path temp) {
        TestDatabase database = InstalledServer.server().createDatabase();
        InstalledServer.server().execute("alter role %s createdb".formatted(database.owner()));
        ScriptFolder project = new ScriptFolder(temp.resolve("project/migrations"))
                .with("V1__users.sql", "create table users (id int primary key);\n");
        Run.on(database, project.path(), "upgrade");
        database.execute("insert into users values (1), (2), (3)");

        List<Console.Shown> shown = List.of("## Write one, and see that it can be restored", "## Go back").stream()
                .flatMap(heading -> Console.in(PAGE, heading).stream())
                .map(each -> new Console.Shown(
                        each.command()
                                .replace("app-at", database.name() + "-at")
                                .replace("app_restored", database.name() + "_restored"),
                        each.output()))
                .toList();
        assertThat(shown).hasSize(3);
        List<Console.Shown> printed = new Console(temp.resolve("project"), database).run(shown);
        assertThat(printed.stream().map(each -> masked(each.output(), database)).toList())
                .isEqualTo(shown.stream()
                        .map(each -> masked(each.output(), database))
                        .toList());
    }

    private static String masked(String text, TestDatabase database) {
        return text.replace(database.name(), "app")
                .replaceAll("localhost:\\d+", "localhost:PORT")
                .replaceAll("\\d+(\\.\\d)? (ms|s|kB)\\b", "MUCH")
                .replaceAll("\\b(TIME)\\b", "MUCH")
                .replaceAll("\\d{8}T\\d{6}Z", "WHEN")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "MOMENT");
    }
}
