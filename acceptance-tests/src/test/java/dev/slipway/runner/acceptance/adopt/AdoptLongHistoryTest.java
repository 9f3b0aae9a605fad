package dev.slipway.runner.acceptance.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.acceptance.Project;
import dev.slipway.runner.acceptance.Run;
import dev.slipway.runner.acceptance.ScriptFolder;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.proof.ScriptDigest;
import dev.slipway.runner.engine.script.Location;
import dev.slipway.runner.engine.script.ScriptReader;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.ProvedScript;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The schemas of a long history are compared one by one.
final class AdoptLongHistoryTest {
    private static final int REVISIONS = 1_000;

    @RegisterExtension
    private final Project project = new Project();

    @Test
    void aDatabaseIsFoundAmongAThousandRevisions() {
        ScriptFolder scripts = project.scripts();
        for (int i = 1; i <= REVISIONS; i++) {
            scripts.with(
                    "V%d__table.sql".formatted(i), "create table t%1$d (id int, a text, b text, c text);".formatted(i));
        }
        ManifestFile.write(project.folder().resolve(Manifest.FILE_NAME), manifest(project.folder()));
        IntStream.rangeClosed(1, 3)
                .forEach(i -> project.execute("create table t%d (id int, a text, b text, c text)".formatted(i)));
        Run run = project.run("adopt");
        assertThat(run.out()).endsWith("adopted: app on localhost:PORT is at 3, whose schema it has (15 objects)\n");
    }

    private static Manifest manifest(Path folder) {
        RevisionGraph graph = RevisionGraph.of(ScriptReader.read(List.of(Location.parse("filesystem:" + folder))));
        SortedMap<Version, ProvedRevision> revisions = new TreeMap<>();
        Schema schema = Schema.EMPTY;
        for (Version version : graph.order()) {
            List<Change> changes = changes("public.t" + version);
            schema = schema.with(changes);
            ProvedScript script = new ProvedScript(
                    graph.script(version).file().path(),
                    List.of(graph.script(version).file().checksum()),
                    ScriptDigest.of(graph.script(version)));
            revisions.put(
                    version,
                    new ProvedRevision(
                            script,
                            null,
                            graph.parents(version),
                            null,
                            changes,
                            schema.fingerprint(),
                            List.of(),
                            List.of(),
                            false,
                            null));
        }
        return new Manifest(revisions, new TreeMap<>());
    }

    private static List<Change> changes(String table) {
        return List.of(
                new Change.Added(SchemaObject.of(ObjectKind.TABLE, table, "table")),
                new Change.Added(SchemaObject.of(ObjectKind.COLUMN, table + ".id", "integer")),
                new Change.Added(SchemaObject.of(ObjectKind.COLUMN, table + ".a", "text")),
                new Change.Added(SchemaObject.of(ObjectKind.COLUMN, table + ".b", "text")),
                new Change.Added(SchemaObject.of(ObjectKind.COLUMN, table + ".c", "text")));
    }
}
