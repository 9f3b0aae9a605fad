package dev.slipway.runner.engine.check;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.engine.proof.ProofCheck;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.List;

/// How the scripts differ from what was proved; nothing if there is no manifest.
record ProofFindings(ManifestFile file) {
    private static final String REMEDY = "run `prove`";

    List<Finding> of(RevisionGraph graph) {
        try {
            return file.read().map(manifest -> findings(graph, manifest)).orElse(List.of());
        } catch (SlipwayException e) {
            return List.of(CheckFindings.of(
                    Manifest.FILE_NAME, e.failure(), e.failure().details()));
        }
    }

    private static List<Finding> findings(RevisionGraph graph, Manifest manifest) {
        ProofCheck check = new ProofCheck(graph, manifest);
        List<Finding> findings = new ArrayList<>();
        for (Script script : check.unproved()) {
            String command = script instanceof Script.Undo ? "downgrade" : "upgrade";
            findings.add(new Finding(
                    script.file().origin(),
                    "the script " + check.of(script).text(),
                    "`%s` is refused with exit code 3 before it would run".formatted(command),
                    REMEDY));
        }
        for (String orphan : check.orphans()) {
            findings.add(new Finding(
                    Manifest.FILE_NAME,
                    "it knows %s, and there is no such script".formatted(orphan),
                    "what was proved is not what the scripts are",
                    REMEDY));
        }
        return findings;
    }
}
