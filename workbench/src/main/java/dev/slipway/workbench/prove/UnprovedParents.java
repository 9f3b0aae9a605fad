package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tries revisions that build on what is not proved, on what stands of it. What is wrong with them is found in the same
/// run, but nothing of it gets into the manifest.
final class UnprovedParents {
    private final ProveRequest request;
    private final ScratchPool pool;
    private final NamesFound names;
    private final RevisionGraph graph;
    private final FallenRevisions fallen;
    private final Map<String, List<Version>> tried = new LinkedHashMap<>();

    /// @param names under which schemas are read
    UnprovedParents(ProveRequest request, ScratchPool pool, NamesFound names) {
        this.request = request;
        this.pool = pool;
        this.names = names;
        this.graph = request.graph();
        this.fallen = new FallenRevisions(graph);
    }

    /// Takes note of a script that fails on what was proved.
    void fell(Version version) {
        fallen.add(version);
    }

    Evidence attempt(RevisionTrial revision) {
        Version version = revision.script().version();
        List<Version> parents = graph.parents(version);
        List<Version> order = fallen.standing(MergeProof.order(graph, parents));
        try {
            ProofDatabase first = pool.at(order);
            List<Finding> faults = revision.faults(first);
            if (!faults.isEmpty()) {
                fallen.add(version);
                first.close();
                return Evidence.ofFindings(faults);
            }
            RevisionRun seen = new FullProof(request, names, revision, first.schema()).run(first);
            pool.keep(order, version, first, seen);
            tried.computeIfAbsent(fallen.without(parents), _ -> new ArrayList<>())
                    .add(version);
            return told(seen.evidence());
        } catch (ScriptRefused e) {
            String message = e.rejected().message();
            String note = "%s fails%s: %s".formatted(version, fallen.without(parents, message), message);
            fallen.add(version);
            return Evidence.ofNotes(List.of(note));
        }
    }

    /// Runs the repeatable scripts after all revisions that stand.
    Evidence attempt(List<Script.Repeatable> scripts, RepeatableProof proof) {
        if (scripts.isEmpty()) {
            return Evidence.NONE;
        }
        try (ProofDatabase trial = pool.at(fallen.standing(MergeProof.order(graph, graph.heads())))) {
            return proof.run(scripts, trial).stream().map(this::evidence).reduce(Evidence.NONE, Evidence::and);
        } catch (ScriptRefused e) {
            return Evidence.ofNotes(List.of("repeatable scripts were not tried: %s"
                    .formatted(e.rejected().message())));
        }
    }

    private Evidence evidence(RepeatableOutcome outcome) {
        return switch (outcome) {
            case RepeatableOutcome.Repeated repeated -> told(Evidence.ofHazards(repeated.hazards()));
            case RepeatableOutcome.Refused refused ->
                Evidence.ofNotes(List.of("%s fails%s: %s"
                        .formatted(
                                refused.script().file().path(),
                                fallen.without(graph.heads(), refused.refusal().message()),
                                refused.refusal().message())));
            case RepeatableOutcome.Overloading both -> Evidence.ofFindings(both.findings());
            case RepeatableOutcome.Different different -> Evidence.ofFindings(different.findings());
        };
    }

    /// The same with hazards as findings, since there is no manifest that could tell them.
    private Evidence told(Evidence seen) {
        List<Finding> findings = seen.hazards().stream()
                .filter(found -> found.allowed() == null)
                .distinct()
                .map(found -> ManifestFindings.finding(graph, found))
                .toList();
        return new Evidence(seen.findings(), List.of(), seen.notes()).and(Evidence.ofFindings(findings));
    }

    /// What was tried on something else than it builds on.
    List<String> notes() {
        return tried.entrySet().stream().map(this::note).toList();
    }

    private String note(Map.Entry<String, List<Version>> tried) {
        List<Version> versions = tried.getValue();
        return "%s %s tried%s: %s not proved, since what %s on is not"
                .formatted(
                        FallenRevisions.first(versions),
                        Plural.word(versions.size(), "was", "were"),
                        tried.getKey(),
                        Plural.word(versions.size(), "it is", "they are"),
                        Plural.word(versions.size(), "it builds", "they build"));
    }
}
