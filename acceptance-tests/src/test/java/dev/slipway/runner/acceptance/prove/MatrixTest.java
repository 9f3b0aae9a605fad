package dev.slipway.runner.acceptance.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Reference;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A manifest proved on any version of PostgreSQL is accepted by all others: by those in `SLIPWAY_TEST_MATRIX`, which
/// `scripts/test-matrix` fills, and without it by the one of the other tests.
@Tag("matrix")
@Timeout(900)
final class MatrixTest {
    private static final String VARIABLE = "SLIPWAY_TEST_MATRIX";
    private static final String REFERENCE = Reference.SCRIPTS.toString();

    @RegisterExtension
    private final Project project = new Project();

    @Test
    void aManifestProvedOnAnyServerIsAcceptedByAllOthers() throws IOException {
        project.with("V1__wide.sql", resource("wide.sql"))
                .with("V2__more.sql", """
                    create table more (id int primary key, word text) with (fillfactor = 70);
                    alter table more alter word set (n_distinct = 5), alter word set not null;
                    create index more_words on more (word text_pattern_ops) with (deduplicate_items = off);
                    """)
                .with("U2__more.sql", "drop table more;");
        String proved = "";
        for (PostgresServer server : servers()) {
            prove(server);
            String manifest = Files.readString(project.folder().resolve(Manifest.FILE_NAME));
            assertThat(manifest).as(version(server)).isEqualTo(proved.isEmpty() ? manifest : proved);
            proved = manifest;
        }
        for (PostgresServer server : servers()) {
            holds(server, project.folder().toString());
            holds(server, REFERENCE);
        }
    }

    private void prove(PostgresServer server) {
        Run run = Run.with(
                Map.of(),
                "prove",
                "--all",
                "--scratch-url",
                server.superuserUrl(),
                "--locations",
                project.folder().toString());
        assertThat(run.exitCode()).as(version(server) + run.out() + run.err()).isIn(0, 1);
    }

    private static void holds(PostgresServer server, String scripts) {
        TestDatabase database = server.createDatabase();
        expectDone(database, scripts, "upgrade");
        expectDone(database, scripts, "drift");
        database.execute("drop table flyway_schema_history, flyway_schema_history_fingerprint");
        expectDone(database, scripts, "adopt");
        expectDone(database, scripts, "downgrade", "-1", "--yes");
        expectDone(database, scripts, "upgrade");
        expectDone(database, scripts, "drift");
    }

    private static void expectDone(TestDatabase database, String scripts, String... arguments) {
        Run run = Run.on(database, Path.of(scripts), arguments);
        assertThat(run.exitCode())
                .as("%s %s %s", version(database.server()), List.of(arguments), run.text())
                .isZero();
    }

    private static String version(PostgresServer server) {
        return server.createDatabase().query("select version()").getFirst();
    }

    private static List<PostgresServer> servers() {
        return Servers.ALL;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = MatrixTest.class.getResourceAsStream("/dev/slipway/runner/postgres/schema/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// They end with the process.
    private static final class Servers {
        static final List<PostgresServer> ALL = started();

        private static List<PostgresServer> started() {
            String homes = System.getenv(VARIABLE);
            if (homes == null) {
                return List.of(PostgresServer.shared());
            }
            List<PostgresServer> servers = Arrays.stream(homes.split(":"))
                    .map(Path::of)
                    .map(PostgresServer::startInstalled)
                    .toList();
            servers.stream().map(MatrixTest::version).forEach(System.out::println);
            return servers;
        }
    }
}
