package dev.slipway.runner.engine.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// How what is proved now differs from what was proved before, of scripts that are the same.
final class Comparison {
    private static final String EFFECT = "the manifest does not say what the scripts do";
    private static final String REMEDY = "run `prove --all`, and look at the difference before it is committed";

    private final RevisionGraph graph;
    private final Manifest known;
    private final Manifest found;
    private final List<Finding> findings = new ArrayList<>();

    Comparison(RevisionGraph graph, Manifest known, Manifest found) {
        this.graph = graph;
        this.known = known;
        this.found = found;
    }

    List<Finding> findings() {
        graph.scripts().versioned().forEach(script -> {
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
                add(script, Schema.EMPTY.with(was.changes()), Schema.EMPTY.with(is.changes()));
            }
        });
        return findings;
    }

    private void add(Script.Versioned script, ProvedRevision was, ProvedRevision is) {
        if (!Objects.equals(was.irreversible(), is.irreversible())) {
            findings.add(new Finding(
                    script.file().origin(),
                    "whether it can be taken back differs: %s in the manifest, %s now"
                            .formatted(reversible(was), reversible(is)),
                    EFFECT,
                    REMEDY));
        }
        add(script, Schema.EMPTY.with(was.changes()), Schema.EMPTY.with(is.changes()));
    }

    private static String reversible(ProvedRevision revision) {
        return Objects.requireNonNullElse(revision.irreversible(), "it can");
    }

    /// Objects that a script makes or leaves; if they are the same, its hazards are not.
    private void add(Script script, Schema was, Schema is) {
        Differences differences = Differences.between(was, is, "in the manifest", "now");
        findings.addAll(
                differences.isEmpty()
                        ? List.of(new Finding(
                                script.file().origin(), "its hazards are others than in the manifest", EFFECT, REMEDY))
                        : differences.findings(script.file().origin(), EFFECT, REMEDY));
    }
}
