package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Tries revisions that build on what is not proved, on what stands of it. What is wrong with them is found in the same
/// run, but nothing of it gets into the manifest.
final class UnprovedParents {
    private final ScratchPool positions;
    private final RevisionGraph graph;
    private final Set<Version> fallen = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, List<Version>> tried = new LinkedHashMap<>();

    UnprovedParents(ScratchPool positions) {
        this.positions = positions;
        this.graph = positions.graph();
    }

    /// Takes note of a script that fails on what was proved.
    void fell(Version version) {
        fallen.add(version);
    }

    void attempt(RevisionTrial revision) {
        Version version = revision.script().version();
        List<Version> parents = graph.parents(version);
        List<Version> order = standing(MergeProof.order(graph, parents));
        try (ProofDatabase other = positions.at(order)) {
            FullProof proof = new FullProof(positions, revision, other.schema());
            RevisionRun seen = proof.run(order, positions.at(order), other);
            findings.addAll(proof.findings());
            add(seen.hazards());
            notes.addAll(proof.notes());
            keep(order, version, seen.trial());
            tried.computeIfAbsent(without(parents), _ -> new ArrayList<>()).add(version);
        } catch (SlipwayException e) {
            notes.add("%s fails%s: %s"
                    .formatted(version, without(parents), RejectedScript.of(e).message()));
            fallen.add(version);
        }
    }

    private void keep(List<Version> order, Version version, ProofDatabase trial) {
        Set<Version> reached = new HashSet<>(order);
        reached.add(version);
        positions.keep(reached, trial);
    }

    /// Runs the repeatable scripts after all revisions that stand.
    void attempt(List<Script.Repeatable> scripts, Progress progress) {
        if (scripts.isEmpty()) {
            return;
        }
        try (ProofDatabase trial = positions.at(standing(MergeProof.order(graph, graph.heads())))) {
            RepeatableProof proof = new RepeatableProof(positions, trial, progress);
            proof.run(scripts).forEach(seen -> add(seen.hazards()));
            findings.addAll(proof.findings());
            proof.refused().forEach(this::addRefused);
        } catch (SlipwayException e) {
            notes.add("repeatable scripts were not tried: %s"
                    .formatted(RejectedScript.of(e).message()));
        }
    }

    private void addRefused(Script.Repeatable script, RejectedScript refusal) {
        notes.add("%s fails%s: %s".formatted(script.file().path(), without(graph.heads()), refusal.message()));
    }

    private void add(List<HazardFound> hazards) {
        hazards.stream()
                .filter(found -> found.allowed() == null)
                .distinct()
                .map(found -> ManifestFindings.finding(graph, found))
                .forEach(findings::add);
    }

    /// Those of the revisions whose scripts do not fail.
    private List<Version> standing(List<Version> order) {
        return order.stream().filter(version -> !fallen.contains(version)).toList();
    }

    private String without(List<Version> parents) {
        Set<Version> below = graph.upTo(parents);
        below.retainAll(fallen);
        return below.isEmpty() ? "" : " without " + Version.list(below);
    }

    List<Finding> findings() {
        return findings;
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        tried.forEach((without, versions) -> all.add("%s %s tried%s: %s not proved, since what %s on is not"
                .formatted(
                        Version.list(versions),
                        Plural.word(versions.size(), "was", "were"),
                        without,
                        Plural.word(versions.size(), "it is", "they are"),
                        Plural.word(versions.size(), "it builds", "they build"))));
        return all;
    }
}
