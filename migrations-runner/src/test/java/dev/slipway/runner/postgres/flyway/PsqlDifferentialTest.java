package dev.slipway.runner.postgres.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.FlywayLog;
import dev.slipway.runner.Program;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.sql.SqlScript;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The statements and data of a script are those that reach the server when `psql` runs it.
final class PsqlDifferentialTest {
    private static final String MARK = "select 'the end of a script'";
    private static final String RESET = "discard all";

    private final TestDatabase database = PostgresServer.shared().createDatabase();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void needsPsql() {
        FlywayLog.silence();
        Program.require("psql", "postgresql-client-15");
    }

    /// Behind the data of COPY, psql 15 passes over the rest of some files: after an empty statement, and in those of
    /// the seeds 1 and 4.
    @ParameterizedTest
    @ValueSource(longs = {2, 3})
    void generatedScripts(long seed) throws Exception {
        List<String> scripts = new AwkwardScripts(seed)
                .make(80).stream()
                        .filter(script -> SqlScript.read(script).fault().isEmpty())
                        .toList();
        assertThat(scripts).hasSizeGreaterThan(40);
        assertEqual(scripts);
    }

    @Test
    void awkwardScripts() throws Exception {
        assertEqual(StockStatementsTest.TRICKY.stream()
                .filter(script -> !script.startsWith("begin;"))
                .toList());
    }

    private void assertEqual(List<String> scripts) throws Exception {
        database.execute("create table t (a text, b text); create table u (a text)");
        List<List<String>> sent = sent(scripts);
        SqlParser parser = new SqlParser();
        for (int i = 0; i < scripts.size(); i++) {
            List<String> ours = new ArrayList<>();
            for (Statement statement : parser.parse(scripts.get(i))) {
                ours.add(shown(statement.sql(), statement.copyData()));
            }
            assertThat(ours).as(scripts.get(i)).isEqualTo(sent.get(i));
        }
    }

    private List<List<String>> sent(List<String> scripts) throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < scripts.size(); i++) {
            Path file = Files.writeString(folder.resolve(i + ".sql"), scripts.get(i));
            all.append("\\i ").append(file).append("\n%s;\n%s;\n".formatted(RESET, MARK));
        }
        Path file = Files.writeString(folder.resolve("all.sql"), all);
        List<List<String>> sent = new ArrayList<>();
        sent.add(new ArrayList<>());
        for (RecordingProxy.Received received : received(file)) {
            String shown = shown(received.sql().strip().replaceFirst(";\\z", ""), data(received));
            if (shown.equals(MARK)) {
                sent.getLast().removeLast();
                sent.add(new ArrayList<>());
            } else if (!shown.isEmpty()) {
                sent.getLast().add(shown);
            }
        }
        return sent;
    }

    private List<RecordingProxy.Received> received(Path file) throws IOException, InterruptedException {
        try (RecordingProxy proxy = new RecordingProxy(database.server().port())) {
            ProcessBuilder builder = new ProcessBuilder("psql", "-X", "-q", "-f", file.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("PGHOST", "localhost");
            builder.environment().put("PGPORT", Integer.toString(proxy.port()));
            builder.environment().put("PGUSER", database.owner());
            builder.environment().put("PGPASSWORD", database.password());
            builder.environment().put("PGDATABASE", database.name());
            builder.environment().put("PGSSLMODE", "disable");
            builder.environment().put("PGGSSENCMODE", "disable");
            builder.environment().put("PGCLIENTENCODING", "UTF8");
            Process psql = builder.start();
            proxy.serve();
            assertThat(psql.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return proxy.received();
        }
    }

    /// Some versions of `psql` send the mark at the end of the data, too.
    private static @Nullable String data(RecordingProxy.Received received) {
        String data = received.data();
        return data == null ? null : data.replaceFirst("(?<![^\\n])\\\\\\.\\r?\\n?\\z", "");
    }

    /// `psql` leaves out comments and space before a statement, and some versions empty lines.
    private static String shown(String sql, @Nullable String data) {
        String text = sql.substring(SqlScript.begin(sql)).strip().replaceAll("\\n+", "\n");
        return data == null ? text : text + " <- " + data;
    }
}
