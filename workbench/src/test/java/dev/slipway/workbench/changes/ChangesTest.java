package dev.slipway.workbench.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.cli.Main;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import dev.slipway.workbench.diff.CatalogDiff;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
final class ChangesTest {
    private static final SchemaScope SCOPE = SchemaScope.without("flyway_schema_history");

    @TempDir
    private Path folder;

    static List<SchemaCase> cases() {
        return SchemaCase.all();
    }

    @Test
    void areManyAndRealistic() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isProvedAsExpected(SchemaCase change) throws SQLException {
        change.into(folder);

        int exitCode = run("prove", "--scratch-url", PostgresServer.shared().superuserUrl());

        Manifest manifest = new ManifestFile(List.of(Location.parse(folder.toString())))
                .read()
                .orElse(Manifest.EMPTY);
        String generated = manifest.revisions().size()
                        == change.scripts().keySet().stream()
                                .filter(label -> label.startsWith("V"))
                                .count()
                ? autogenerate()
                : "not tried";
        String outcome = new Outcome(manifest, exitCode, generated).text();
        if (System.getProperty("slipway.write-docs") != null) {
            change.expect(outcome);
        }
        assertThat(outcome).isEqualTo(change.expected());
    }

    /// What the SQL does that is written from the difference between the first revision and the last.
    private String autogenerate() throws SQLException {
        TestDatabase first = at("1");
        TestDatabase last = at("head");
        try (Session from = Sessions.open(first.url());
                Session to = Sessions.open(last.url())) {
            Schema before = SchemaReader.read(from, SCOPE);
            Schema after = SchemaReader.read(to, SCOPE);
            String up = CatalogDiff.sql(from, to, SCOPE);
            String down = CatalogDiff.sql(to, from, SCOPE);
            if (up.isEmpty() && down.isEmpty()) {
                return before.equals(after) ? "nothing to do" : "sees no difference";
            }
            return "%s, %s"
                    .formatted(
                            leads(first, up, from, after) ? "leads there" : "does not lead there",
                            leads(last, down, to, before) ? "leads back" : "does not lead back");
        }
    }

    private static boolean leads(TestDatabase database, String sql, Session session, Schema wanted)
            throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            return false;
        }
        return SchemaReader.read(session, SCOPE).equals(wanted);
    }

    private TestDatabase at(String target) {
        TestDatabase database = PostgresServer.shared().createDatabase();
        assertThat(run("upgrade", target, "--url", database.url())).isZero();
        return database;
    }

    private int run(String... arguments) {
        PrintStream stream = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return Main.run(List.of(arguments), Map.of("SLIPWAY_LOCATIONS", "filesystem:" + folder), stream, stream);
    }
}
