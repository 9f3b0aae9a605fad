package dev.slipway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.KnownHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The SQL for services in other languages says what the gate says, and the service in Python says it too.
final class OtherLanguagesTest {
    private static final WrittenHistory database = WrittenHistory.create();
    private static final Path EXAMPLE = Path.of("../examples/python");

    @BeforeEach
    void createHistory() {
        database.forget();
    }

    static List<KnownHistory> histories() {
        return KnownHistory.all();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void saysWhatTheGateSays(KnownHistory known) throws IOException, SQLException {
        known.parsed().forEach(database::record);
        assertThat(state("7")).isEqualTo(known.failed() ? "failed" : known.reached() ? "open" : "behind");
    }

    @ParameterizedTest
    @CsvSource({"'8', ahead", "'3, 8_0, 9', ahead", "08, ahead", "'2, 7.0', open", "11, open", "9, open"})
    void seesRevisionsThatTookSomethingAway(String contracts, String state) throws IOException, SQLException {
        for (String version : List.of("7", "8", "9", "10")) {
            database.record(version, "SQL", "script", true);
        }
        database.record("9", "DELETE", "script", true);
        database.execute("comment on table flyway_schema_history is 'slipway contract: %s'".formatted(contracts));
        assertThat(state("7")).isEqualTo(state);
        assertThat(SchemaGate.of(database.dataSource(), "7").read().isOpen()).isEqualTo(state.equals("open"));
    }

    @ParameterizedTest
    @CsvSource({"8, ahead", "9, open"})
    void seesARevisionThatIsAppliedInPart(String contract, String state) throws IOException, SQLException {
        database.record("7", "SQL", "script", true);
        database.record("8", "SQL", "script", false);
        database.execute("comment on table flyway_schema_history is 'slipway contract: %s'".formatted(contract));
        assertThat(state("7")).isEqualTo(state);
        assertThat(SchemaGate.of(database.dataSource(), "7").read().isOpen()).isEqualTo(state.equals("open"));
    }

    /// It comes from Debian; where tests of everything run, it must be there.
    @Test
    void aServiceInPythonAsksTheSame() throws IOException, InterruptedException {
        boolean there = Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/psycopg2"));
        assertThat(there || System.getenv("CI") == null)
                .as("in CI there is psycopg2")
                .isTrue();
        Assumptions.assumeTrue(there, "python3-psycopg2 is not installed");
        assertThat(python()).isEqualTo("1 behind\n");
        database.record("2", "SQL", "script", true);
        assertThat(python()).isEqualTo("0 open\n");
        database.record("3", "SQL", "script", true);
        database.execute("comment on table flyway_schema_history is 'slipway contract: 3'");
        assertThat(python()).isEqualTo("1 ahead\n");
        database.execute("drop table flyway_schema_history");
        assertThat(python()).isEqualTo("1 behind\n");
    }

    private static String state(String revision) throws IOException, SQLException {
        String query = Files.readString(EXAMPLE.resolve("schema_gate.sql")).replace("%(revision)s", "?");
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, revision);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static String python() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "/usr/bin/python3", EXAMPLE.resolve("service.py").toString());
        builder.environment().put("DATABASE_URL", database.libpqUrl());
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }
}
