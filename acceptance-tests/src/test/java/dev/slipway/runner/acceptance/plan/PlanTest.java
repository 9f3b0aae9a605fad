package dev.slipway.runner.acceptance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class PlanTest {
    @RegisterExtension
    private final Project project = new Project();

    @BeforeEach
    void twoVersionsAndAView() {
        project.with("V1__users.sql", "create table users (id int, name text default '${name}');")
                .with("V2__index.sql", """
                    -- compat: contract
                    create index concurrently users_name on users (name);
                    alter table users drop id;
                    """)
                .with("R__names.sql", "create or replace view names as select name from users;")
                .with("U2__index.sql", "drop index concurrently users_name;")
                .with("U1__users.sql", "drop table users cascade;");
    }

    @Test
    void writesAWholeScriptWithoutADatabase() throws IOException {
        Run run = withoutDatabase("upgrade", "base:head", "--sql");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(golden("upgrade.sql"));
        assertThat(withoutDatabase("plan", "--from", "base", "--to", "heads")).isEqualTo(run);
    }

    @Test
    void writesTheWayDown() throws IOException {
        Run run = withoutDatabase("downgrade", "2:1", "--sql");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(golden("downgrade.sql"));
        assertThat(withoutDatabase("plan", "2:1")).isEqualTo(run);
        assertThat(withoutDatabase("plan", "2:2-1")).isEqualTo(run);
    }

    @Test
    void writesWhatIsPendingInADatabase() throws IOException {
        onDatabase("upgrade", "1");
        Run run = onDatabase("plan");

        assertThat(run.text()).isEqualTo("exit 0\n" + golden("pending.sql"));
        assertThat(onDatabase("upgrade", "--sql").text()).isEqualTo("exit 0\n" + golden("pending.sql"));
        assertThat(onDatabase("current").out()).isEqualTo("app on localhost:PORT is at 1 (2 pending)\n");
    }

    @Test
    void stepsDownBeginWhereTheDatabaseIs() {
        onDatabase("upgrade");
        assertThat(onDatabase("plan", "-1").out())
                .startsWith(
                        "-- Made by Slipway: downgrade of app on localhost:PORT from 2 to 1\n--     U2  index\n--\n");
        assertThat(onDatabase("downgrade", "--sql")).isEqualTo(onDatabase("plan", "1"));
    }

    @Test
    void givesTheStepsAsJson() {
        onDatabase("upgrade", "1");
        assertThat(onDatabase("plan", "2", "--format", "json").text()).isEqualTo("""
            exit 0
            {
              "exitCode": 0,
              "result": {
                "database": "app on localhost:PORT",
                "direction": "up",
                "from": [
                  "1"
                ],
                "to": [
                  "2"
                ],
                "steps": [
                  {
                    "label": "2",
                    "description": "index",
                    "script": "V2__index.sql",
                    "direction": "up",
                    "transactional": false,
                    "statements": [
                      {
                        "sql": "-- compat: contract\\ncreate index concurrently users_name on users (name)",
                        "line": 1,
                        "copyData": null
                      },
                      {
                        "sql": "alter table users drop id",
                        "line": 3,
                        "copyData": null
                      }
                    ]
                  }
                ],
                "again": [],
                "unproved": [],
                "impacts": []
              }
            }
            """);
    }

    @Test
    void nothingToDoIsAScriptThatDoesNothing() {
        onDatabase("upgrade");
        assertThat(onDatabase("plan").text())
                .isEqualTo("exit 0\n-- Made by Slipway: nothing to do, app on localhost:PORT is at 2\n");
        assertThat(withoutDatabase("plan", "base:base").text())
                .isEqualTo("exit 0\n-- Made by Slipway: nothing to do, a database is at base\n");
    }

    @Test
    void writesTheScriptToAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("all.sql");

        assertThat(withoutDatabase("plan", "base:head", "--output", file.toString())
                        .text())
                .isEqualTo("exit 0\nwrote %s: upgrade from base to 2, 3 scripts\n".formatted(file));
        assertThat(file).content().isEqualTo(golden("upgrade.sql"));
        assertThat(withoutDatabase("plan", "base:head", "--output", folder.toString())
                        .text())
                .isEqualTo("""
                    exit 2
                    --- stderr
                    error: file "%1$s" cannot be written: Is a directory
                      state: nothing was changed
                      help:  correct --output
                    """.formatted(folder));
    }

    @Test
    void masksNothingInWhatIsToBeRun() {
        project.with("V3__role.sql", "create role reader password 'keep this';");
        assertThat(withoutDatabase("plan", "2:head").out()).contains("create role reader password 'keep this';");
    }

    @Test
    void standardOutputIsForTheScriptAlone() {
        Run run = withoutDatabase("plan", "--wait-timeout", "500ms");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("waiting for none on localhost:1: ").contains("error: ");
    }

    private static String golden(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(PlanTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Nothing answers at this address, so a connection would be noticed.
    private Run withoutDatabase(String... arguments) {
        List<String> all = all(arguments);
        all.addAll(List.of("--locations", "filesystem:" + project.folder()));
        Run run = Run.with(Map.of("DATABASE_URL", "postgresql://nobody@localhost:1/none"), all.toArray(String[]::new));
        String folder = project.folder().toString();
        return new Run(run.exitCode(), run.out(), run.err().replace(folder, "FOLDER"));
    }

    private Run onDatabase(String... arguments) {
        return project.run(all(arguments).toArray(String[]::new));
    }

    private static List<String> all(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--placeholder", "name=nobody"));
        return all;
    }
}
