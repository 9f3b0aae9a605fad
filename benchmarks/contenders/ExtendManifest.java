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
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.script.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// Writes the manifest of many small scripts as `prove` would, from that of the first two: the second is the model of
/// all others.
final class ExtendManifest {
    private ExtendManifest() {}

    /// @param arguments the folder of the first two with their manifest, and that of all
    public static void main(String[] arguments) throws Exception {
        Manifest first = new ManifestFile(List.of(location(arguments[0]))).read().orElseThrow();
        ProvedRevision model = first.revisions().get(Version.of("2"));
        RevisionGraph graph = RevisionGraph.of(ScriptReader.read(List.of(location(arguments[1]))));
        TreeMap<Version, ProvedRevision> revisions = new TreeMap<>();
        Schema schema = Schema.EMPTY;
        for (Version version : graph.order()) {
            List<Change> changes = model.changes().stream()
                    .map(change -> change(change, version))
                    .toList();
            schema = schema.with(changes);
            revisions.put(
                    version,
                    new ProvedRevision(
                            proved(graph.script(version)),
                            null,
                            graph.parents(version),
                            model.irreversible(),
                            changes,
                            schema.fingerprint(),
                            model.hazards(),
                            model.findings(),
                            false,
                            model.works()));
        }
        ManifestFile.write(
                Path.of(arguments[1], Manifest.FILE_NAME),
                new Manifest(revisions, new TreeMap<>(), new TreeMap<>(), null));
    }

    private static Location location(String folder) {
        return Location.parse("filesystem:" + folder);
    }

    private static Change change(Change change, Version version) {
        SchemaObject object = change.after();
        return new Change.Added(SchemaObject.of(
                object.key().kind(), named(object.key().name(), version), named(object.definition(), version)));
    }

    private static String named(String text, Version version) {
        return text.replace("small_2", "small_" + version);
    }

    private static ProvedScript proved(Script script) {
        return new ProvedScript(script.file().path(), List.of(script.file().checksum()), ScriptDigest.of(script));
    }
}
