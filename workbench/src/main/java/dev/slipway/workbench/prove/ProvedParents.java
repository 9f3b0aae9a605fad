package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import java.util.List;

/// Tries revisions that build on what is proved.
///
/// @param names under which schemas are read
/// @param manifest what is proved by now
record ProvedParents(ProveRequest request, ScratchPool pool, NamesFound names, ManifestBuilder manifest) {
    Verdict verdict(RevisionTrial tried) {
        Script.Revision script = tried.script();
        List<Version> parents = graph().parents(script.version());
        List<Version> order = MergeProof.order(graph(), parents);
        List<Finding> unfit = parents.size() < 2 || tried.taken()
                ? List.of()
                : merging(parents).findings(parents, script.file().origin());
        if (!unfit.isEmpty()) {
            return new Verdict.Doubtful(unfit);
        }
        ProofDatabase first = null;
        try {
            first = isLastOn(parents, script.version()) ? pool.last(order) : pool.at(order);
            List<Finding> unexpected = parents.size() < 2 ? unexpected(script, first.schema()) : List.of();
            List<Finding> faults = unexpected.isEmpty() ? tried.faults(first) : List.of();
            if (unexpected.isEmpty() && faults.isEmpty()) {
                return verdict(tried, order, first);
            }
            pool.giveBack(order, first);
            return unexpected.isEmpty()
                    ? new Verdict.Fallen(Evidence.ofFindings(faults))
                    : new Verdict.Doubtful(unexpected);
        } catch (ScriptRefused e) {
            if (first != null) {
                first.close();
            }
            return new Verdict.Fallen(Evidence.ofFinding(e.rejected().finding()));
        }
    }

    private Verdict verdict(RevisionTrial tried, List<Version> order, ProofDatabase first) throws ScriptRefused {
        Version version = tried.script().version();
        RevisionRun seen = new FullProof(request, names, tried, manifest.below(version)).run(first);
        ProofDatabase there = pool.keep(order, version, first, seen);
        List<Finding> bridges = BridgeProof.findings(tried.script(), there.session());
        return bridges.isEmpty()
                ? new Verdict.Proved(seen)
                : new Verdict.Fallen(seen.evidence().and(Evidence.ofFindings(bridges)));
    }

    /// Whether everything else that builds on the parents is proved.
    private boolean isLastOn(List<Version> parents, Version version) {
        return parents.stream()
                .flatMap(parent -> graph().children(parent).stream())
                .allMatch(child -> child.equals(version) || manifest.has(child));
    }

    /// What is there before the script must be what the manifest says of the revisions below it.
    private List<Finding> unexpected(Script.Revision script, Schema before) {
        Schema proved = manifest.below(script.version());
        return SchemaDifferences.between(proved, before, "in the manifest", "on the scratch database")
                .findings(
                        script.file().origin(),
                        "what was proved of the revisions before it does not hold on this server",
                        "run `prove --all`, on the version of PostgreSQL that is used in earnest");
    }

    /// Sees to it that branches fit together.
    MergeProof merging(List<Version> tips) {
        return new MergeProof(graph(), pool, manifest.at(graph().upTo(tips)));
    }

    private RevisionGraph graph() {
        return request.graph();
    }
}
