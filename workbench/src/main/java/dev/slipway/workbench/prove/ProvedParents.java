package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.workbench.rows.RowContents;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Tries revisions that build on what is proved, and the repeatable scripts after all of them.
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
        try {
            return pool.attempt(() -> verdict(tried, order));
        } catch (ScriptRefused e) {
            return new Verdict.Fallen(Evidence.ofFinding(e.rejected().finding()));
        }
    }

    private Verdict verdict(RevisionTrial tried, List<Version> order) throws ScriptRefused {
        Script.Revision script = tried.script();
        List<Version> parents = graph().parents(script.version());
        ProofDatabase first = isLastOn(parents, script.version()) ? pool.last(order) : pool.at(order);
        try {
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
            first.close();
            throw e;
        }
    }

    private Verdict verdict(RevisionTrial tried, List<Version> order, ProofDatabase first) throws ScriptRefused {
        Version version = tried.script().version();
        RevisionRun seen = new FullProof(request, names, tried, manifest.below(version)).run(first);
        ProofDatabase there = pool.keep(order, version, first, seen);
        List<Finding> bridges = BridgeProof.findings(tried.script(), there.session());
        return bridges.isEmpty()
                ? new Verdict.Proved(manifest.proved(tried, seen), seen.evidence(), hasRows(there, seen))
                : new Verdict.Fallen(seen.evidence().and(Evidence.ofFindings(bridges)));
    }

    /// Whether a table that the revision makes or does something to has rows, which only scripts can have inserted.
    private static boolean hasRows(ProofDatabase there, RevisionRun seen) {
        Set<String> tables = new TreeSet<>(RowProof.touched(seen.trace()));
        tables.addAll(RowProof.changed(seen.before(), seen.after()));
        tables.removeIf(table -> !seen.after().objects().containsKey(new SchemaObject.Key(ObjectKind.TABLE, table)));
        return DatabaseCall.query("look for rows", () -> RowContents.any(there.session(), tables));
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

    /// Runs the repeatable scripts after all revisions.
    List<RepeatableOutcome> attempt(List<Script.Repeatable> scripts, RepeatableProof proof) {
        try {
            Overloads overloads = new Overloads(graph(), request.known());
            List<RepeatableOutcome> outcomes = pool.attempt(() -> run(scripts, proof));
            return outcomes.stream().anyMatch(this::lackedExtension)
                    ? attempt(scripts, proof)
                    : outcomes.stream().map(overloads::outcome).toList();
        } catch (ScriptRefused e) {
            return List.of(new RepeatableOutcome.Different(List.of(e.rejected().finding())));
        }
    }

    private List<RepeatableOutcome> run(List<Script.Repeatable> scripts, RepeatableProof proof) throws ScriptRefused {
        try (ProofDatabase trial = pool.at(MergeProof.order(graph(), graph().heads()))) {
            return proof.run(scripts, trial);
        }
    }

    private boolean lackedExtension(RepeatableOutcome outcome) {
        return outcome instanceof RepeatableOutcome.Refused refused
                && pool.addExtension(refused.refusal().failure().error());
    }

    /// Sees to it that branches fit together.
    MergeProof merging(List<Version> tips) {
        return new MergeProof(graph(), pool, manifest.at(graph().upTo(tips)));
    }

    private RevisionGraph graph() {
        return request.graph();
    }
}
