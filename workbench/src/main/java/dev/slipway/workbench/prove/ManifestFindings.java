package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.proof.Proof;
import dev.slipway.runner.engine.proof.ProofCheck;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.hazard.Hazard;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.manifest.ProvedScript;
import dev.slipway.runner.model.manifest.ScriptFinding;
import dev.slipway.runner.model.script.Script;
import dev.slipway.workbench.hazard.HazardCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a manifest holds against the scripts, and where it is silent about them.
final class ManifestFindings {
    private static final String COMMIT = "run `prove`, and commit %s with the scripts".formatted(Manifest.FILE_NAME);
    private static final String EFFECT = "the manifest is not current";

    private final RevisionGraph graph;
    private final Manifest manifest;
    private final List<Finding> findings = new ArrayList<>();

    ManifestFindings(RevisionGraph graph, Manifest manifest) {
        this.graph = graph;
        this.manifest = manifest;
    }

    /// What is not proved as it is, and what was proved and is gone.
    List<Finding> open() {
        ManifestStatus standing = new ManifestStatus(graph, manifest);
        graph.order().forEach(version -> addOpen(graph.script(version), standing.open(version)));
        graph.besides().forEach(script -> addOpen(script, standing.open(script)));
        graph.scripts().repeatable().forEach(script -> addOpen(script, standing.open(script)));
        new ProofCheck(graph, manifest)
                .orphans()
                .forEach(path -> addOpen("\"%s\" was proved, and is gone".formatted(path)));
        if (findings.isEmpty()) {
            new ScriptSetDigest(graph).open(manifest).ifPresent(this::addOpen);
        }
        return findings;
    }

    private void addOpen(Script script, Optional<String> why) {
        why.ifPresent(open -> findings.add(new Finding(script.file().origin(), open, EFFECT, COMMIT)));
    }

    private void addOpen(String why) {
        findings.add(new Finding(Manifest.FILE_NAME, why, EFFECT, COMMIT));
    }

    /// What was found when the scripts were proved, undo scripts that are known not to work, and hazards that no script
    /// allows.
    ///
    /// @param told the labels of scripts about which was spoken already
    List<Finding> known(Set<String> told) {
        manifest.revisions().forEach((version, proved) -> {
            if (!told.contains(version.toString())) {
                addFound(proved);
            }
        });
        List<HazardFound> hazards = Stream.concat(
                        manifest.revisions().values().stream().map(ProvedRevision::hazards),
                        manifest.repeatables().values().stream().map(ProvedRepeatable::hazards))
                .flatMap(List::stream)
                .toList();
        hazards.stream().filter(found -> found.allowed() == null).forEach(this::addHazard);
        graph.scripts()
                .all()
                .filter(this::isProved)
                .filter(script -> !isTaken(script) && !isCutShort(script))
                .forEach(script -> addUnused(script, hazards));
        return findings;
    }

    private void addFound(ProvedRevision proved) {
        String irreversible = proved.irreversible();
        ProvedScript undo = proved.undo();
        proved.findings()
                .forEach(
                        found -> findings.add(new Finding(where(found), found.what(), found.effect(), found.remedy())));
        if (irreversible != null
                && undo != null
                && !proved.taken()
                && proved.findings().isEmpty()) {
            findings.add(new Finding(
                    origin(graph, undo.path()), irreversible, RevisionProof.NOT_BACK, "correct the undo script"));
        }
    }

    private String where(ScriptFinding found) {
        String origin = origin(graph, found.script());
        return found.line() == 0 ? origin : "%s:%d".formatted(origin, found.line());
    }

    private boolean isProved(Script script) {
        return new ProofCheck(graph, manifest).of(script) instanceof Proof.Proved;
    }

    /// What its script allows was never looked for.
    private boolean isTaken(Script script) {
        return proved(script).filter(ProvedRevision::taken).isPresent();
    }

    /// Nobody knows what comes behind a statement that failed on rows.
    private boolean isCutShort(Script script) {
        return proved(script).stream()
                .flatMap(proved -> proved.hazards().stream())
                .anyMatch(found -> found.hazard() == Hazard.FAILS_ON_DATA);
    }

    private Optional<ProvedRevision> proved(Script script) {
        return switch (script) {
            case Script.Revision revision ->
                Optional.ofNullable(manifest.revisions().get(revision.version()));
            case Script.Undo undo -> Optional.ofNullable(manifest.revisions().get(undo.version()));
            case Script.Repeatable _ -> Optional.empty();
        };
    }

    private void addUnused(Script script, List<HazardFound> hazards) {
        String path = script.file().path();
        findings.addAll(HazardCheck.unused(
                script,
                hazards.stream().filter(found -> found.script().equals(path)).toList()));
    }

    private void addHazard(HazardFound found) {
        findings.add(finding(graph, found));
    }

    /// A hazard of one of the scripts, where that lies.
    static Finding finding(RevisionGraph graph, HazardFound found) {
        Finding finding = found.finding();
        return new Finding(
                "%s:%d".formatted(origin(graph, found.script()), found.line()),
                finding.what(),
                finding.effect(),
                finding.remedy());
    }

    private static String origin(RevisionGraph graph, String path) {
        return graph.scripts()
                .all()
                .filter(script -> script.file().path().equals(path))
                .findFirst()
                .map(script -> script.file().origin())
                .orElse(path);
    }
}
