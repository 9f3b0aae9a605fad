package dev.slipway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gate.GateState.Ahead;
import dev.slipway.gate.GateState.Behind;
import dev.slipway.gate.GateState.Open;
import dev.slipway.runner.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Histories as Flyway and the runner write them.
final class ToolsTest {
    private final WrittenHistory database = WrittenHistory.create();
    private final SchemaGate gate = SchemaGate.of(database.dataSource(), "7");

    @TempDir
    private Path folder;

    @BeforeEach
    void writeScripts() throws IOException {
        script("V6__six.sql", "create table six (a int);");
        script("V7.0__seven.sql", "create table seven (a int);");
    }

    @Test
    void flywaysHistoryOpensTheGate() {
        assertThat(gate.read()).isEqualTo(new Behind("7", Behind.NONE));
        flyway().target("6").load().migrate();
        database.allow();
        assertThat(gate.read()).isEqualTo(new Behind("7", "6"));
        flyway().load().migrate();
        assertThat(gate.read()).isEqualTo(new Open("7"));
    }

    @Test
    void flywaysBaselineOpensTheGate() {
        flyway().baselineVersion("8").load().baseline();
        database.allow();
        assertThat(gate.read()).isEqualTo(new Open("8"));
    }

    @Test
    void theRunnersContractRevisionClosesTheGateUntilItIsTakenBack() throws IOException {
        runner("upgrade");
        database.allow();
        assertThat(gate.read()).isEqualTo(new Open("7"));
        script("V8.0__eight.sql", "-- compat: contract\ndrop table six;");
        script("U8.0__eight.sql", "create table six (a int);");
        runner("upgrade");
        assertThat(gate.read()).isEqualTo(new Ahead("7", "8", "8"));
        runner("downgrade", "7", "--yes");
        assertThat(gate.read()).isEqualTo(new Open("7"));
    }

    @Test
    void whatTheRunnerTookBackIsBehindAndFlywayBringsItAgain() throws IOException {
        script("U7.0__seven.sql", "drop table seven;");
        runner("upgrade");
        database.allow();
        runner("downgrade", "6", "--yes");
        assertThat(gate.read()).isEqualTo(new Behind("7", "6"));
        flyway().load().migrate();
        assertThat(gate.read()).isEqualTo(new Open("7"));
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql + "\n");
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(
                        database.owner().jdbcUrl(),
                        database.owner().owner(),
                        database.owner().password())
                .locations("filesystem:" + folder);
    }

    private void runner(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        int code = Main.run(
                List.of(arguments),
                Map.of("DATABASE_URL", database.owner().url(), "SLIPWAY_LOCATIONS", folder.toString()),
                stream,
                stream);
        assertThat(code).as(output.toString(StandardCharsets.UTF_8)).isZero();
    }
}
