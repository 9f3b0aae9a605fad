package dev.slipway.runner.acceptance;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.proof.ScriptDigest;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.ScriptReader;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.ProvedScript;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.Sessions;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.testing.PostgresServer;
import dev.slipway.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes the manifest of a folder of scripts in the short way: each script runs once, in order, and what it changes is
/// written down.
public final class ProvedScripts {
    private final Path folder;
    private final RevisionGraph graph;
    private final TestDatabase database = PostgresServer.shared().createDatabase();
    private final SortedMap<Version, ProvedRevision> revisions = new TreeMap<>();
    private final SortedMap<String, ProvedRepeatable> repeatables = new TreeMap<>();
    private Schema schema = Schema.EMPTY;

    private ProvedScripts(Path folder) {
        this.folder = folder;
        this.graph = RevisionGraph.of(ScriptReader.read(List.of(Location.parse("filesystem:" + folder))));
    }

    /// @param folder with one repeatable script at most
    public static Manifest write(Path folder) {
        ProvedScripts proved = new ProvedScripts(folder);
        proved.graph.order().forEach(proved::prove);
        proved.graph
                .scripts()
                .repeatable()
                .forEach(script -> proved.repeatables.put(
                        script.description(),
                        new ProvedRepeatable(script(script), proved.changesOf("heads"), List.of())));
        Manifest manifest = new Manifest(proved.revisions, proved.repeatables);
        ManifestFile.write(folder.resolve(Manifest.FILE_NAME), manifest);
        return manifest;
    }

    private void prove(Version version) {
        List<Change> changes = changesOf(version.toString());
        List<Change> all = graph.inOrder(graph.upTo(List.of(version))).stream()
                .flatMap(each -> each.equals(version)
                        ? changes.stream()
                        : Objects.requireNonNull(revisions.get(each)).changes().stream())
                .toList();
        revisions.put(
                version,
                new ProvedRevision(
                        script(graph.script(version)),
                        graph.scripts()
                                .undoOf(version)
                                .map(ProvedScripts::script)
                                .orElse(null),
                        graph.parents(version),
                        null,
                        changes,
                        Schema.EMPTY.with(all).fingerprint(),
                        List.of(),
                        List.of(),
                        false,
                        null));
    }

    private List<Change> changesOf(String target) {
        Run run = Run.on(database, folder, "upgrade", target);
        if (run.exitCode() != 0) {
            throw new IllegalStateException(run.text());
        }
        try (Session session = Sessions.open(database)) {
            Schema before = schema;
            schema = SchemaReader.read(session, SchemaScope.without("flyway_schema_history"));
            return before.changesTo(schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProvedScript script(Script script) {
        return new ProvedScript(script.file().path(), List.of(script.file().checksum()), ScriptDigest.of(script));
    }
}
