package dev.slipway.runner.engine.proof;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedBaseline;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.ProvedScript;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Holds the scripts to the manifest.
public final class ProofCheck {
    private final RevisionGraph graph;
    private final Manifest manifest;

    public ProofCheck(RevisionGraph graph, Manifest manifest) {
        this.graph = graph;
        this.manifest = manifest;
    }

    public Proof of(Script script) {
        return switch (script) {
            case Script.Versioned versioned -> ofRevision(versioned);
            case Script.Baseline baseline -> of(baseline);
            case Script.Undo undo -> of(undo);
            case Script.Repeatable repeatable -> {
                ProvedRepeatable proved = manifest.repeatables().get(repeatable.description());
                yield of(script, proved == null ? null : proved.script());
            }
        };
    }

    /// It is proved as a revision where nothing is below it, and else beside the scripts it stands for.
    private Proof of(Script.Baseline script) {
        if (!graph.besides().contains(script)) {
            return ofRevision(script);
        }
        ProvedBaseline proved = manifest.baselines().get(script.version());
        ProvedRevision revision = manifest.revisions().get(graph.reached(script).last());
        if (proved == null || revision == null || !revision.fingerprint().equals(proved.fingerprint())) {
            return new Proof.Unproved();
        }
        return of(script, proved.script());
    }

    private Proof ofRevision(Script.Revision script) {
        ProvedRevision proved = manifest.revisions().get(script.version());
        if (proved == null) {
            return new Proof.Unproved();
        }
        List<Version> parents = graph.parents(script.version());
        Proof proof = of(script, proved.script());
        boolean moved = !new TreeSet<>(parents).equals(new TreeSet<>(proved.parents()));
        return moved && proof.holds() ? new Proof.Moved(proved.parents(), parents) : proof;
    }

    private Proof of(Script.Undo script) {
        ProvedRevision proved = manifest.revisions().get(script.version());
        return of(script, proved == null ? null : proved.undo());
    }

    private static Proof of(Script script, @Nullable ProvedScript proved) {
        if (proved == null) {
            return new Proof.Unproved();
        }
        if (!ScriptDigest.of(script).equals(proved.sql())) {
            return new Proof.Changed();
        }
        return proved.checksums().getLast() == script.file().checksum() ? new Proof.Proved() : new Proof.Reworded();
    }

    /// The scripts of which the manifest does not say that they were proved as they are.
    public List<Script> unproved() {
        return graph.scripts().all().filter(script -> !of(script).holds()).toList();
    }

    /// What the manifest knows and no script is there for, by path.
    public List<String> orphans() {
        List<String> orphans = new ArrayList<>();
        manifest.revisions().forEach((version, revision) -> {
            ProvedScript undo = revision.undo();
            if (!graph.contains(version)) {
                orphans.add(revision.script().path());
            }
            if (undo != null && graph.scripts().undoOf(version).isEmpty()) {
                orphans.add(undo.path());
            }
        });
        manifest.baselines().forEach((version, baseline) -> {
            if (graph.scripts().baselines().stream()
                    .noneMatch(script -> script.version().equals(version))) {
                orphans.add(baseline.script().path());
            }
        });
        Stream<String> known = graph.scripts().repeatable().stream().map(Script.Repeatable::description);
        TreeSet<String> gone = new TreeSet<>(manifest.repeatables().keySet());
        known.forEach(gone::remove);
        gone.stream()
                .flatMap(description -> Stream.ofNullable(manifest.repeatables().get(description)))
                .map(repeatable -> repeatable.script().path())
                .forEach(orphans::add);
        return orphans;
    }
}
