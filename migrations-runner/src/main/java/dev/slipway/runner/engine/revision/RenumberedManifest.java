package dev.slipway.runner.engine.revision;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.ProvedScript;
import dev.slipway.runner.model.manifest.ScriptFinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A manifest that knows a revision by its new version. What was proved of it holds if nothing else changed; else it
/// is proved anew.
///
/// @param paths of its files, the former ones with those of today
record RenumberedManifest(Version from, Version to, Map<String, String> paths) {
    /// Nothing if the manifest knows nothing of the revision: the entry of its version is of another script.
    Optional<Manifest> of(Manifest manifest) {
        ProvedRevision entry = manifest.revisions().get(from);
        if (entry == null || !paths.containsKey(entry.script().path())) {
            return Optional.empty();
        }
        SortedMap<Version, ProvedRevision> revisions = new TreeMap<>();
        manifest.revisions()
                .forEach((version, revision) -> revisions.put(version, revision.on(parents(revision.parents()))));
        revisions.remove(from);
        revisions.put(to, renamed(entry));
        return Optional.of(new Manifest(revisions, manifest.baselines(), manifest.repeatables(), manifest.together()));
    }

    private List<Version> parents(List<Version> parents) {
        return parents.stream().map(parent -> parent.equals(from) ? to : parent).toList();
    }

    private ProvedRevision renamed(ProvedRevision entry) {
        ProvedScript undo = entry.undo();
        return new ProvedRevision(
                renamed(entry.script()),
                undo == null ? null : renamed(undo),
                entry.parents(),
                entry.irreversible(),
                entry.changes(),
                entry.fingerprint(),
                entry.hazards().stream().map(this::renamed).toList(),
                entry.findings().stream().map(this::renamed).toList(),
                entry.taken(),
                entry.works());
    }

    private ProvedScript renamed(ProvedScript script) {
        return new ProvedScript(path(script.path()), script.checksums(), script.sql());
    }

    private HazardFound renamed(HazardFound found) {
        return new HazardFound(found.hazard(), path(found.script()), found.line(), found.detail(), found.allowed());
    }

    private ScriptFinding renamed(ScriptFinding found) {
        return new ScriptFinding(path(found.script()), found.line(), found.what(), found.effect(), found.remedy());
    }

    private String path(String path) {
        return paths.getOrDefault(path, path);
    }
}
