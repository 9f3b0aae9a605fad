package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a server says while scripts run is told and bounded (hundreds-of-thousands-of-notices).
final class ServerMessagesTest {
    private static final String WARNING = """
            create table users (id int);

            do $$ begin raise notice 'two were looked at'; raise warning E'no address:\\n4711'; end $$;
            """;

    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private ScriptFolder scripts = new ScriptFolder(Path.of("."));

    @TempDir
    private Path temporary;

    @BeforeEach
    void folder(@TempDir Path folder) {
        scripts = new ScriptFolder(folder);
    }

    @Test
    void areShownWithTheirScriptAndLine() {
        scripts.with("V1__users.sql", WARNING);
        assertThat(Run.on(database, scripts.path(), "upgrade").text()).startsWith("""
                exit 0
                1 line 3: NOTICE: two were looked at
                1 line 3: WARNING: no address:
                  4711
                applied 1  users  TIME
                """);
    }

    @Test
    void standBesideTheDocumentAndSurviveAFailure() {
        scripts.with("V1__users.sql", WARNING + "select 1 / 0;");
        Run run = Run.on(database, scripts.path(), "upgrade", "--format", "json");
        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).contains("1 line 3: WARNING: no address:\n");
        assertThat(run.out()).startsWith("{\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin for i in 1..400000 loop raise notice 'row % %', i, repeat('x', 150); end loop; end $$;",
                "do $$ begin for i in 1..400000 loop raise warning 'row % %', i, repeat('x', 150); end loop; end $$;",
                "select i, repeat('x', 150) from generate_series(1, 600000) as i;",
                "insert into many select i, repeat('x', 150) from generate_series(1, 600000) as i returning *;",
            })
    void fillNeitherMemoryNorScreen(String noisy) throws Exception {
        scripts.with("V1__many.sql", "create table many (id int, text text);")
                .with("V2__noisy.sql", noisy + "\ninsert into many values (0, 'end');")
                .with("V3__noisy.sql", "-- transaction: off\n" + noisy + "\ninsert into many values (0, 'end');");
        Path out = temporary.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.slipway.runner.cli.Main",
                        "upgrade",
                        "--locations",
                        "filesystem:" + scripts.path()))
                .redirectErrorStream(true)
                .redirectOutput(new File(out.toString()));
        builder.environment().put("DATABASE_URL", database.url());
        Process process = builder.start();
        assertThat(process.waitFor(110, TimeUnit.SECONDS)).as("ends in time").isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        assertThat(Files.readAllLines(out)).hasSizeLessThan(300);
        assertThat(database.query("select count(*) from many where text = 'end'")).containsExactly("2");
    }
}
