package dev.slipway.runner.engine.proof;

import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.ProvedScript;
import dev.slipway.runner.model.script.FormerTexts;
import dev.slipway.runner.model.script.Script;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// The former texts of scripts that the manifest knows. It is read only if some script is not as it was applied.
public final class AcceptedChecksums implements FormerTexts {
    private final ManifestFile file;
    private final SortedMap<Version, String> met = new ConcurrentSkipListMap<>();

    public AcceptedChecksums(ManifestFile file) {
        this.file = file;
    }

    @Override
    public boolean include(Script.Versioned script, int checksum) {
        boolean included = file.read().stream()
                .map(manifest -> manifest.revisions().get(script.version()))
                .anyMatch(revision -> revision != null && isReworded(script, revision, checksum));
        if (included) {
            met.put(script.version(), script.file().path());
        }
        return included;
    }

    private static boolean isReworded(Script.Versioned script, ProvedRevision revision, int checksum) {
        ProvedScript proved = revision.script();
        return proved.checksums().contains(checksum) && proved.sql().equals(ScriptDigest.of(script));
    }

    @Override
    public List<String> met() {
        return List.copyOf(met.values());
    }
}
