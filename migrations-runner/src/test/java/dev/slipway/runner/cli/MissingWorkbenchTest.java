package dev.slipway.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The runner as it is in production.
final class MissingWorkbenchTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                prove                                               | prove
                help prove                                          | prove
                prove --check                                       | prove
                import-alembic alembic                              | import-alembic
                report --output page.html                           | report
                revision -m phones --one                            | --one
                revision -m phones --autogenerate                   | --autogenerate
                revision -m phones --entities=target/classes        | --entities=target/classes
                revision -m phones --bridge a.b<->a.c               | --bridge
                adopt --baseline                                    | --baseline
                check --offline --entities target/classes           | --entities
                """)
    void whatItLacksIsRefusedWithTheWayToIt(String arguments, String word) {
        assertThat(run(Map.of(), arguments.split(" "))).isEqualTo("""
            exit 2
            error: "%s" is in the workbench, which this program comes without
              state: nothing was changed
              help:  run `./slipway` of a checkout, or java -jar workbench.jar
            """.formatted(word));
    }

    @Test
    void entitiesThatTheEnvironmentNamesAreNotPassedOver() {
        Map<String, String> environment =
                Map.of("SLIPWAY_ENTITIES", "target/classes", "SLIPWAY_LOCATIONS", "filesystem:../migrations");
        assertThat(run(environment, "check", "--offline")).isEqualTo("""
            exit 2
            error: "--entities" is in the workbench, which this program comes without
              state: nothing was changed
              help:  run `./slipway` of a checkout, or java -jar workbench.jar
            """);
        assertThat(run(environment, "heads")).startsWith("exit 0");
        assertThat(run(Map.of(), "check", "--help")).doesNotContain("--entities");
    }

    @Test
    void theHelpSaysWhatIsInTheWorkbench() {
        assertThat(run(Map.of(), "--help")).contains("""
                    The workbench adds init, prove, report and import-alembic, and options of revision, adopt and check:
                    run `./slipway` of a checkout, or java -jar workbench.jar
                    """).doesNotContain("  prove ");
        assertThat(run(Map.of(), "revision", "--help")).contains("""
                    The workbench also writes scripts from entities (--autogenerate) and for a bridge between two columns
                    (--bridge): run `./slipway` of a checkout, or java -jar workbench.jar
                    """).doesNotContain("--rename");
    }

    @Test
    void withoutAServerForScratchDatabasesItSaysHowToNameOne() {
        TestDatabase database = PostgresServer.shared().createDatabase();
        Map<String, String> environment =
                Map.of("DATABASE_URL", database.url(), "SLIPWAY_LOCATIONS", "filesystem:../migrations");
        assertThat(run(environment, "upgrade")).startsWith("exit 0");
        assertThat(run(environment, "drift", "--grants")).isEqualTo("""
            exit 2
            error: there is no server for a scratch database
              state: nothing was changed
              help:  name one with --scratch-url, for example postgresql://me@localhost/postgres, or run `./slipway` of a \
            checkout, which brings a PostgreSQL of its own
            """);
        database.execute("create table by_hand ()");
        assertThat(run(environment, "drift"))
                .startsWith("exit 1\ntable public.by_hand is only in the database")
                .endsWith("`./slipway drift` of a checkout also writes the SQL that mends it\n");
    }

    private static String run(Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Main.run(List.of(arguments), environment, both, both);
        return "exit %d\n%s".formatted(code, out.toString(StandardCharsets.UTF_8));
    }
}
