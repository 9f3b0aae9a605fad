package dev.slipway.runner.engine.history;

import static dev.slipway.runner.Given.applied;
import static dev.slipway.runner.Given.baseline;
import static dev.slipway.runner.Given.deleted;
import static dev.slipway.runner.Given.failed;
import static dev.slipway.runner.Given.history;
import static dev.slipway.runner.Given.renamed;
import static dev.slipway.runner.Given.repeatable;
import static dev.slipway.runner.Given.row;
import static dev.slipway.runner.Given.scripts;
import static dev.slipway.runner.Given.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.FlywayLog;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.Mismatch;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.ValidateResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Every case is also put before stock Flyway, on a real database with the same rows and files.
final class HistoryCheckTest {
    private static final Script.Versioned ONE = versioned("1");
    private static final Script.Versioned TWO = versioned("2");
    private static final Script.Versioned THREE = versioned("3");
    private static final Script.Repeatable VIEWS = repeatable("views", "select 'views';");

    /// @param mismatches by the names of their types, each with its version or script
    record Case(String name, ScriptSet scripts, History history, List<String> mismatches) {
        Case(String name, ScriptSet scripts, History history, String... mismatches) {
            this(name, scripts, history, List.of(mismatches));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// Cases in which both tools say the same.
    static final List<Case> SAME = List.of(
            new Case("nothing applied", scripts(ONE, VIEWS), History.EMPTY),
            new Case("all applied", scripts(ONE, TWO, VIEWS), history(applied(ONE), applied(TWO), applied(VIEWS))),
            new Case("something pending", scripts(ONE, TWO, THREE), history(applied(ONE), applied(TWO))),
            new Case("applied out of order", scripts(ONE, TWO), history(applied(TWO), applied(ONE))),
            new Case("added below the position", scripts(ONE, TWO), history(applied(TWO))),
            new Case(
                    "changed",
                    scripts(ONE, versioned("2", "select 'changed';")),
                    history(applied(ONE), applied(TWO)),
                    "Changed V2__step.sql"),
            new Case(
                    "changed in its line ends alone",
                    scripts(versioned("1", "select 1;\r\nselect 2;\r\n")),
                    history(applied(versioned("1", "select 1;\nselect 2;")))),
            new Case(
                    "renamed",
                    scripts(renamed(ONE, "other name"), TWO),
                    history(applied(ONE), applied(TWO)),
                    "Renamed V1__other_name.sql"),
            new Case(
                    "renamed in upper and lower case alone",
                    scripts(renamed(ONE, "Step")),
                    history(applied(ONE)),
                    "Renamed V1__Step.sql"),
            new Case(
                    "changed and renamed",
                    scripts(renamed(versioned("1", "select 'changed';"), "other name")),
                    history(applied(ONE)),
                    "Changed V1__other_name.sql"),
            new Case(
                    "longer than its column",
                    scripts(renamed(ONE, "x".repeat(230))),
                    history(applied(renamed(ONE, "x".repeat(197) + "...")))),
            new Case("of equal version", scripts(versioned("1.0", "select 1;")), history(applied(ONE))),
            new Case("missing", scripts(ONE, THREE), history(applied(ONE), applied(TWO), applied(THREE)), "Missing 2"),
            new Case("missing below all scripts", scripts(TWO), history(applied(ONE), applied(TWO)), "Missing 1"),
            new Case("taken back", scripts(ONE, TWO), history(applied(ONE), applied(TWO), deleted(TWO))),
            new Case("taken back and missing", scripts(ONE, THREE), history(applied(ONE), applied(TWO), deleted(TWO))),
            new Case(
                    "taken back and changed",
                    scripts(ONE, versioned("2", "select 'changed';")),
                    history(applied(ONE), applied(TWO), deleted(TWO))),
            new Case(
                    "taken back, changed and applied again",
                    scripts(ONE, TWO),
                    history(applied(versioned("2", "select 'former';")), deleted(TWO), applied(ONE), applied(TWO))),
            new Case("baseline", scripts(ONE, TWO, THREE), history(baseline("2"), applied(THREE))),
            new Case("baseline without scripts below", scripts(THREE), history(baseline("2"), applied(THREE))),
            new Case(
                    "changed above a baseline",
                    scripts(ONE, versioned("3", "select 'changed';")),
                    history(baseline("2"), applied(THREE)),
                    "Changed V3__step.sql"),
            new Case("recorded without a checksum", scripts(ONE), history(row(ONE, HistoryRow.SQL, null, true))),
            new Case(
                    "a repeatable that changed",
                    scripts(ONE, repeatable("views", "select 'changed';")),
                    history(applied(ONE), applied(VIEWS))),
            new Case(
                    "of another type",
                    scripts(ONE),
                    history(row(ONE, "JDBC", ONE.file().checksum(), true))),
            new Case(
                    "failed and missing",
                    scripts(ONE, THREE),
                    history(applied(ONE), failed(TWO, 0), applied(THREE)),
                    "Missing 2"));

    /// What is newer than all scripts is a mismatch to Slipway alone.
    static final List<Case> STRICTER = List.of(
            new Case("newer", scripts(ONE), history(applied(ONE), applied(TWO), applied(THREE)), "Newer 2", "Newer 3"),
            new Case("newer and failed", scripts(ONE), history(applied(ONE), failed(TWO, 0)), "Newer 2"));

    /// What the next run puts right, or need not put right, is a mismatch to Flyway alone.
    static final List<Case> MILDER = List.of(
            new Case("pending", scripts(ONE, TWO), history(applied(ONE))),
            new Case("pending repeatable", scripts(ONE, VIEWS), history(applied(ONE))),
            new Case("failed", scripts(ONE, TWO), history(applied(ONE), failed(TWO, 0))),
            new Case("failed repeatable", scripts(ONE, VIEWS), history(applied(ONE), failed(VIEWS, 0))),
            new Case("missing repeatable", scripts(ONE), history(applied(ONE), applied(VIEWS))));

    @BeforeAll
    static void silence() {
        FlywayLog.silence();
    }

    @ParameterizedTest
    @FieldSource("SAME")
    void findsWhatStockFlywayFinds(Case given, @TempDir Path folder) throws Exception {
        assertThat(ours(given)).isEqualTo(given.mismatches());
        ValidateResult theirs = stock(given, folder, "*:future", "*:pending", "*:ignored");
        assertThat(theirs.validationSuccessful)
                .as(theirs.getAllErrorMessages())
                .isEqualTo(given.mismatches().isEmpty());
    }

    @ParameterizedTest
    @FieldSource("STRICTER")
    void refusesWhatStockFlywayPassesOver(Case given, @TempDir Path folder) throws Exception {
        assertThat(ours(given)).isEqualTo(given.mismatches()).isNotEmpty();
        assertThat(stock(given, folder, "*:future").validationSuccessful).isTrue();
    }

    @ParameterizedTest
    @FieldSource("MILDER")
    void passesOverWhatStockFlywayRefuses(Case given, @TempDir Path folder) throws Exception {
        assertThat(ours(given)).isEmpty();
        assertThat(stock(given, folder, "*:future").validationSuccessful).isFalse();
    }

    private static List<String> ours(Case given) {
        return HistoryCheck.mismatches(given.scripts(), given.history()).stream()
                .map(mismatch -> mismatch.getClass().getSimpleName() + " "
                        + switch (mismatch) {
                            case Mismatch.Changed changed -> changed.script();
                            case Mismatch.Renamed renamed -> renamed.script();
                            case Mismatch.Newer newer -> newer.version();
                            case Mismatch.Renumbered renumbered -> renumbered.version();
                            case Mismatch.Missing missing -> missing.version();
                            case Mismatch.Unscripted java -> java.version();
                            case Mismatch.FailedElsewhere failed -> failed.version();
                            case Mismatch.HalfUndone undone -> undone.version();
                            case Mismatch.Failed failed -> failed.label();
                        })
                .toList();
    }

    /// @param ignored Flyway's default is to ignore what is newer than all scripts
    private static ValidateResult stock(Case given, Path folder, String... ignored) throws IOException, SQLException {
        TestDatabase database = PostgresServer.shared().createDatabase();
        Flyway flyway = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.password())
                .locations("filesystem:" + folder)
                .ignoreMigrationPatterns(ignored)
                .load();
        flyway.migrate();
        for (Script script : Stream.of(
                        given.scripts().versioned(), given.scripts().repeatable())
                .flatMap(List::stream)
                .toList()) {
            ScriptFile file = script.file();
            Files.writeString(folder.resolve(file.path()), file.text());
        }
        try (Connection connection = database.connect()) {
            for (HistoryRow row : given.history().rows()) {
                insert(row, connection);
            }
        }
        return flyway.validateWithResult();
    }

    private static void insert(HistoryRow row, Connection connection) throws SQLException {
        Version version = row.version();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into flyway_schema_history values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, row.rank());
            insert.setString(2, version == null ? null : version.toString());
            insert.setString(3, row.description());
            insert.setString(4, row.type());
            insert.setString(5, row.script());
            insert.setObject(6, row.checksum());
            insert.setString(7, row.installedBy());
            insert.setObject(8, row.installedOn());
            insert.setInt(9, row.executionTime());
            insert.setBoolean(10, row.success());
            insert.executeUpdate();
        }
    }
}
