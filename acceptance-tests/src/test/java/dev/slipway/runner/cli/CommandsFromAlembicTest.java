package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.ProvedScripts;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every row of the table of commands, on a database of its own.
final class CommandsFromAlembicTest {
    private static final String DOCUMENT = "docs/how-to/commands-from-alembic.md";
    private static final String NOTHING = "nothing";

    /// What a command leaves the database at, where it changes that.
    private static final Map<String, String> POSITIONS = Map.of(
            "upgrade", "3",
            "upgrade head", "3",
            "upgrade 2", "2",
            "downgrade --yes", "2",
            "downgrade -1 --yes", "2",
            "downgrade -2 --yes", "1",
            "downgrade 1 --yes", "1",
            "downgrade 2 --yes", "2",
            "stamp head", "3",
            "stamp 2", "2");

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> rowRuns() {
        return Table.rows(DOCUMENT).stream()
                .filter(row -> !row.get(1).equals(NOTHING))
                .map(row -> DynamicTest.dynamicTest(
                        row.get(0) + " -> " + row.get(1), () -> run(row.get(1).replace("`", ""))));
    }

    @Test
    void onlyWhatIsNoMatterOfTheSchemaHasNoCommand() {
        List<List<String>> rows = Table.rows(DOCUMENT);
        assertThat(rows).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(rows.stream().filter(row -> row.get(1).equals(NOTHING)).map(row -> row.get(0)))
                .containsExactly("`./flask-cli.sh routes`", "`./flask-cli.sh shell`");
    }

    private void run(String command) {
        TestDatabase database = PostgresServer.shared().createDatabase();
        ScriptFolder scripts = scripts(temp.resolve(database.name()));
        String word = Table.arguments(command)[0];
        prepare(word, database, scripts);

        Run run = word.equals("help")
                ? Run.with(Map.of(), Table.arguments(command))
                : Run.on(database, scripts.path(), Table.arguments(command));

        assertThat(run.exitCode()).as(run.text()).isZero();
        String position = POSITIONS.get(command.substring("slipway ".length()));
        if (position != null) {
            assertThat(run.out()).contains(" is at " + position + "\n");
        }
        switch (word) {
            case "revision" -> assertThat(scripts.path()).isDirectoryContaining("glob:**/V4__*.sql");
            case "merge" -> assertThat(scripts.path()).isDirectoryContaining("glob:**/V5__*.sql");
            default -> assertThat(run.out()).isNotBlank();
        }
    }

    private static ScriptFolder scripts(Path folder) {
        return new ScriptFolder(folder)
                .with("V1__users.sql", "create table users (id int);")
                .with("U1__users.sql", "drop table users;")
                .with("V2__email.sql", "alter table users add email text;")
                .with("U2__email.sql", "alter table users drop email;")
                .with("V3__roles.sql", "create table roles (id int);")
                .with("U3__roles.sql", "drop table roles;");
    }

    private static void prepare(String word, TestDatabase database, ScriptFolder scripts) {
        switch (word) {
            case "downgrade", "current", "history", "check" -> Run.on(database, scripts.path(), "upgrade");
            case "stamp" -> database.execute("create table users (id int, email text)");
            case "adopt" -> {
                ProvedScripts.write(scripts.path());
                database.execute("create table users (id int, email text)");
            }
            case "merge" ->
                scripts.with("V4__phone.sql", "-- revises: 2\nalter table users add phone text;")
                        .with("U4__phone.sql", "alter table users drop phone;");
            case "branches" -> scripts.with("V4__phone.sql", "-- revises: 2\nalter table users add phone text;");
            default -> {}
        }
    }
}
