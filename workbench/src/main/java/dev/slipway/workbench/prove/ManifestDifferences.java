package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// How what is proved now differs from what was proved before, of scripts that are the same.
final class ManifestDifferences {
    private static final String EFFECT = "the manifest does not say what the scripts do";
    private static final String REMEDY = "run `prove --all`, and look at the difference before it is committed";

    private final RevisionGraph graph;
    private final Manifest known;
    private final Manifest found;
    private final List<Finding> findings = new ArrayList<>();

    ManifestDifferences(RevisionGraph graph, Manifest known, Manifest found) {
        this.graph = graph;
        this.known = known;
        this.found = found;
    }

    List<Finding> findings() {
        graph.scripts().revisions().forEach(script -> {
            ProvedRevision was = known.revisions().get(script.version());
            ProvedRevision is = found.revisions().get(script.version());
            if (was != null && is != null && !was.equals(is)) {
                add(script, was, is);
            }
        });
        graph.scripts().repeatable().forEach(script -> {
            ProvedRepeatable was = known.repeatables().get(script.description());
            ProvedRepeatable is = found.repeatables().get(script.description());
            if (was != null && is != null && !was.equals(is)) {
                add(script, was.changes(), is.changes());
                addHazards(script, was.hazards(), is.hazards());
            }
        });
        return findings;
    }

    private void add(Script.Revision script, ProvedRevision was, ProvedRevision is) {
        if (!Objects.equals(was.irreversible(), is.irreversible())) {
            findings.add(new Finding(
                    script.file().origin(),
                    "whether it can be taken back differs: %s in the manifest, %s now"
                            .formatted(reversible(was), reversible(is)),
                    EFFECT,
                    REMEDY));
        }
        add(script, was.changes(), is.changes());
        addHazards(script, was.hazards(), is.hazards());
        if (!was.findings().equals(is.findings())) {
            findings.add(new Finding(
                    script.file().origin(), "its findings are others than in the manifest", EFFECT, REMEDY));
        }
    }

    private static String reversible(ProvedRevision revision) {
        return Objects.requireNonNullElse(revision.irreversible(), "it can");
    }

    /// Objects that a script makes or leaves. What differs before it already is said of the script that does it.
    private void add(Script script, List<Change> was, List<Change> is) {
        findings.addAll(
                SchemaDifferences.between(Schema.EMPTY.with(was), Schema.EMPTY.with(is), "in the manifest", "now")
                        .findings(script.file().origin(), EFFECT, REMEDY));
        if (!removed(was).equals(removed(is))) {
            findings.add(new Finding(
                    script.file().origin(), "it removes other objects than in the manifest", EFFECT, REMEDY));
        }
    }

    private static Set<SchemaObject.Key> removed(List<Change> changes) {
        return changes.stream()
                .filter(Change.Removed.class::isInstance)
                .map(Change::key)
                .collect(Collectors.toSet());
    }

    private void addHazards(Script script, List<HazardFound> was, List<HazardFound> is) {
        if (!was.equals(is)) {
            findings.add(
                    new Finding(script.file().origin(), "its hazards are others than in the manifest", EFFECT, REMEDY));
        }
    }
}
