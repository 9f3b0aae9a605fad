package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Console;
import dev.slipway.runner.acceptance.OtherSession;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each symptom of the page for the night is provoked, and looks as shown.
final class AtThreeTest {
    private static final String PAGE = "docs/how-to/at-3-am.md";

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    private ScriptFolder project = new ScriptFolder(Path.of("."));

    @BeforeEach
    void oneRevision(@TempDir Path temp) {
        project = new ScriptFolder(temp.resolve("project/migrations"))
                .with("V1__users.sql", "create table users (id int primary key, email text);\n");
    }

    @Test
    void theDatabaseIsNotThere() {
        looksAsShown("## It waits for the database: network", 2);
        looksAsShown("## The password is wrong", 1);
    }

    @Test
    void theScriptsAreOlderThanTheDatabase() {
        project.with("V2__phone.sql", "alter table users add phone text;\n")
                .with("V3__drop_email.sql", "-- compat: contract\nalter table users drop email;\n");
        upgrade("2");
        project.without("V2__phone.sql").without("V3__drop_email.sql");
        looksAsShown("## Can't locate revision", 1);

        project.with("V2__phone.sql", "alter table users add phone text;\n")
                .with("V3__drop_email.sql", "-- compat: contract\nalter table users drop email;\n");
        upgrade("3");
        project.without("V2__phone.sql").without("V3__drop_email.sql");
        looksAsShown("## The scripts are older than a contract revision", 1);
    }

    @Test
    void aScriptWasEdited() {
        upgrade("1");
        project.with("V1__users.sql", "create table users (id bigint primary key, email text);\n");
        looksAsShown("## A script was edited after it ran", 1);
    }

    @Test
    void aColumnIsMissing() {
        upgrade("1");
        project.with("V2__phone.sql", "alter table users add phone text;\n").with("model.json", """
                {"tables": [{"name": "users", "primaryKey": ["id"], "columns": [
                  {"name": "id", "type": "integer"},
                  {"name": "email", "type": "text", "nullable": true},
                  {"name": "phone", "type": "text", "nullable": true}]}]}
                """);
        looksAsShown("## Column does not exist", 4);
    }

    @Test
    void aScriptFailed() {
        upgrade("1");
        project.with("V2__phone.sql", "alter table users add phone text;\n")
                .with("V3__fax.sql", "alter table users add fax txt;\n");
        looksAsShown("## A migration failed midway", 2);
    }

    @Test
    void tablesAreThereAlready() {
        database.execute("create table users (id int primary key, email text)");
        looksAsShown("## Conflict with existing tables", 1);
    }

    @Test
    void somebodyHoldsATable() throws Exception {
        upgrade("1");
        project.with("V2__phone.sql", "alter table users add phone text;\n");
        try (OtherSession other = OtherSession.on(database, "select * from users")) {
            List<Console.Shown> shown = Console.in(PAGE, "## It waits for a lock").stream()
                    .map(each -> new Console.Shown(each.command(), atHand(each.output(), other)))
                    .toList();
            looksAs(shown, 1);
        }
    }

    @Test
    void twoWroteAScriptAtOnce() {
        upgrade("1");
        project.with("V2__phone.sql", "-- revises: 1\nalter table users add phone text;\n")
                .with("V3__fax.sql", "-- revises: 1\nalter table users add fax text;\n");
        looksAsShown("## Multiple heads", 2);
    }

    @Test
    void theSchemaGoesBackAndStaysThere() {
        project.with("V2__phone.sql", "alter table users add phone text;\n")
                .with("U2__phone.sql", "alter table users drop phone;\n");
        upgrade("2");
        database.execute("insert into users values (1, 'a', '1'), (2, 'b', '2'), (3, 'c', null)");
        looksAsShown("### The schema", 3);
    }

    @Test
    void allExitCodesOfTheRunnerAreInTheTable() {
        List<String> told = Pattern.compile("(?m)^\\| (\\d+) \\|")
                .matcher(Checkout.read(PAGE))
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
        List<String> runner = Pattern.compile("(?m)^\\| (\\d+) \\|")
                .matcher(Checkout.read("docs/exit-codes.md").split("## The service", 2)[0])
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
        assertThat(told).isEqualTo(runner);
    }

    private void upgrade(String target) {
        assertThat(Run.on(database, project.path(), "upgrade", target).exitCode())
                .isZero();
    }

    private static String atHand(String output, OtherSession other) {
        try {
            return output.replaceFirst("process \\d+", "process " + other.process());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void looksAsShown(String heading, int commands) {
        looksAs(Console.in(PAGE, heading), commands);
    }

    private void looksAs(List<Console.Shown> shown, int commands) {
        assertThat(shown).hasSize(commands);
        Path folder = Objects.requireNonNull(project.path().getParent());
        assertThat(new Console(folder, database).run(shown)).isEqualTo(shown);
    }
}
