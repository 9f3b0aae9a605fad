package dev.slipway.runner.engine.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.FlywayLog;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptFile;
import dev.slipway.runner.model.script.ScriptSet;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptReaderTest {
    @TempDir
    private Path folder;

    private GivenFolder given = new GivenFolder(Path.of("."));

    @BeforeEach
    void folder() {
        given = new GivenFolder(folder);
    }

    @BeforeAll
    static void silence() {
        FlywayLog.silence();
    }

    @Test
    void readsScriptsInOrder() throws IOException {
        given.write("V10__ten.sql", "select 10;");
        given.write("V2__two.sql", "select 2;");
        given.write("old/2025/V1.1__one.sql", "select 1;");
        given.write("U2__two.sql", "select -2;");
        given.write("R__views.sql", "select 'v';");
        given.write("R__functions.sql", "select 'f';");
        given.write("README.md", "no script");
        assertThat(GivenFolder.listed(given.read()))
                .containsExactly(
                        "1.1: one (old/2025/V1.1__one.sql)",
                        "2: two (V2__two.sql)",
                        "10: ten (V10__ten.sql)",
                        "U2: two (U2__two.sql)",
                        "R functions: functions (R__functions.sql)",
                        "R views: views (R__views.sql)");
    }

    @Test
    void textHasNeitherByteOrderMarkNorTheLineEndsOfWindows() throws IOException {
        Files.write(folder.resolve("V1__a.sql"), "\uFEFFselect 'größer';\r\n".getBytes(UTF_8));
        ScriptFile file = given.read().versioned().getFirst().file();
        assertThat(file.text()).isEqualTo("select 'größer';\n");
        assertThat(file.checksum()).isEqualTo(ScriptFile.checksum("select 'größer';\n"));
    }

    @Test
    void findsWhatStockFlywayFinds() throws IOException {
        given.write("V1__plain.sql", "select 1;\n");
        given.write("V1.5.sql", "select 1;\n");
        given.write("V2_1__windows.SQL", "select 1;\r\nselect 2;\r\n");
        Files.write(folder.resolve("V003__mark.sql"), "\uFEFFselect 'größer';\r\n".getBytes(UTF_8));
        given.write("deep/er/V20261121093000__a_long__description.sql", "select 1;\n\n-- end");
        given.write("R__views.sql", "select 1;\r");
        given.write("deep/R__functions.sql", "\n\nselect 1;");
        assertThat(comparable(given.read())).containsExactlyElementsOf(stockFlyway(folder));
    }

    private static List<String> comparable(ScriptSet scripts) {
        return Stream.concat(
                        scripts.versioned().stream().map(script -> line(script, "" + script.version())),
                        scripts.repeatable().stream().map(script -> line(script, "null")))
                .toList();
    }

    private static String line(Script script, String version) {
        return "%s|%s|%s|%d"
                .formatted(
                        version,
                        script.description(),
                        script.file().path(),
                        script.file().checksum());
    }

    private static List<String> stockFlyway(Path folder) {
        TestDatabase database = PostgresServer.shared().createDatabase();
        MigrationInfo[] all = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.owner(), database.password())
                .locations("filesystem:" + folder)
                .load()
                .info()
                .all();
        return Arrays.stream(all)
                .map(info -> "%s|%s|%s|%d"
                        .formatted(info.getVersion(), info.getDescription(), info.getScript(), info.getChecksum()))
                .toList();
    }
}
