package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.manifest.ProvedRepeatable;
import dev.slipway.runner.model.manifest.ProvedRevision;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Proves what is not proved yet, on scratch databases.
final class Prover {
    private final ScratchServer server;
    private final ProveRequest request;
    private final Progress progress;
    private final RevisionGraph graph;
    private final ManifestStatus standing;
    private final ScratchPool positions;
    private final UnprovedParents unfounded;
    private final ManifestBuilder ledger;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<ProofLine> proofs = new ArrayList<>();

    /// Revisions that lead to no certain schema, and what builds on them.
    private final Set<Version> unproved = new TreeSet<>();

    Prover(ScratchServer server, ProveRequest request, Progress progress) {
        this.server = server;
        this.request = request;
        this.progress = progress;
        this.graph = request.graph();
        this.standing = new ManifestStatus(graph, request.known());
        this.positions = new ScratchPool(server, request);
        this.unfounded = new UnprovedParents(positions);
        Manifest sound = request.all() ? Manifest.EMPTY : standing.sound();
        this.ledger = new ManifestBuilder(graph, request.known(), sound);
        sound.revisions().values().forEach(this::learn);
    }

    /// Proves all that is open, as far as possible: a script that fails is a finding.
    void prove() {
        graph.order().stream().filter(this::isOpen).forEach(this::prove);
        graph.besides().stream().filter(this::isOpen).forEach(this::prove);
        if (!unproved.isEmpty()) {
            unfounded.attempt(graph.scripts().repeatable(), progress);
        } else if (headsFit() && repeatablesHold()) {
            ledger.addWhole();
        }
    }

    private boolean isOpen(Version version) {
        return request.all() || standing.open(version).isPresent();
    }

    private boolean isOpen(Script.Baseline script) {
        return request.all() || standing.open(script).isPresent();
    }

    /// What is proved by now, together with what was proved before and still holds.
    Manifest manifest() {
        return ledger.manifest();
    }

    List<ProofLine> proofs() {
        return proofs;
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(unfounded.findings());
        return all;
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        all.addAll(unfounded.notes());
        server.rolesMadeUp()
                .forEach(role -> all.add(
                        "role \"%s\" was made up, since the scratch server has none of that name".formatted(role)));
        return all;
    }

    /// The same failure, with how far the proof came if it was stopped between two scripts.
    SlipwayException told(SlipwayException failed) {
        return failed.failure() instanceof Interrupted stopped && stopped.rest().isEmpty()
                ? new SlipwayException(new Interrupted(positions.progressed(), ""), failed)
                : failed;
    }

    private void prove(Version version) {
        Script.Revision script = graph.script(version);
        RevisionTrial tried =
                new RevisionTrial(script, graph.scripts().undoOf(version).orElse(null));
        List<Version> parents = graph.parents(version);
        progress.report(new Event.Proving(script.title()));
        if (parents.stream().anyMatch(unproved::contains)) {
            unproved.add(version);
            unfounded.attempt(tried);
        } else if (!fit(script, parents) || !prove(tried, parents)) {
            unproved.add(version);
        }
    }

    private boolean fit(Script.Revision merge, List<Version> parents) {
        return parents.size() < 2
                || !found(merging(parents).findings(parents, merge.file().origin()));
    }

    /// @return whether the revision leads to one certain schema
    private boolean prove(RevisionTrial tried, List<Version> parents) {
        Script.Revision script = tried.script();
        long start = System.nanoTime();
        List<Version> order = MergeProof.order(graph, parents);
        try (ProofDatabase other = positions.at(order)) {
            ProofDatabase first = isLastOn(parents, script.version()) ? positions.last(order) : positions.at(order);
            if (parents.size() < 2 && unexpected(script, first.schema())) {
                first.close();
                return false;
            }
            FullProof proof = new FullProof(positions, tried, ledger.below(script.version()));
            RevisionRun seen = proof.run(order, first, other);
            findings.addAll(proof.findings());
            notes.addAll(proof.notes());
            if (found(BridgeProof.findings(script, seen.trial().session()))) {
                seen.trial().close();
                unfounded.fell(script.version());
                return false;
            }
            ProvedRevision proved = ledger.add(script, seen);
            learn(proved);
            positions.keep(graph.upTo(List.of(script.version())), seen.trial());
            report(ProofLine.of(script, proved, Duration.ofNanos(System.nanoTime() - start)), script.title());
            return true;
        } catch (SlipwayException e) {
            findings.add(RejectedScript.of(e).finding());
            unfounded.fell(script.version());
            return false;
        }
    }

    private void learn(ProvedRevision proved) {
        positions.names().add(proved.changes().stream().map(Change::key).toList());
    }

    /// Where it stands for what is not certain, nobody knows what it has to make.
    private void prove(Script.Baseline script) {
        NavigableSet<Version> covered = graph.reached(script);
        if (covered.stream().anyMatch(unproved::contains)) {
            return;
        }
        progress.report(new Event.Proving(script.title()));
        long start = System.nanoTime();
        Schema wanted = ledger.at(covered);
        if (!found(new BaselineProof(positions, script).differences(wanted, covered.last()))) {
            ledger.add(script, wanted.fingerprint());
            report(ProofLine.of(script, wanted, Duration.ofNanos(System.nanoTime() - start)), script.title());
        }
    }

    /// Whether everything else that builds on the parents is proved.
    private boolean isLastOn(List<Version> parents, Version version) {
        return parents.stream()
                .flatMap(parent -> graph.children(parent).stream())
                .allMatch(child -> child.equals(version) || ledger.has(child));
    }

    /// What is there before the script must be what the manifest says of the revisions below it.
    private boolean unexpected(Script.Revision script, Schema before) {
        Schema proved = ledger.below(script.version());
        return found(SchemaDifferences.between(proved, before, "in the manifest", "on the scratch database")
                .findings(
                        script.file().origin(),
                        "what was proved of the revisions before it does not hold on this server",
                        "run `prove --all`, on the version of PostgreSQL that is used in earnest"));
    }

    private boolean found(List<Finding> more) {
        findings.addAll(more);
        return !more.isEmpty();
    }

    private void report(ProofLine proof, String title) {
        proofs.add(proof);
        positions.proved(proof.label());
        progress.report(new Event.Proved(title, proof.summary(), Duration.ofMillis(proof.milliseconds())));
    }

    private boolean headsFit() {
        List<Version> heads = graph.heads();
        if (heads.size() < 2) {
            return true;
        }
        String files =
                heads.stream().map(head -> graph.script(head).file().origin()).collect(Collectors.joining(", "));
        return !found(merging(heads).findings(heads, files));
    }

    private MergeProof merging(List<Version> tips) {
        return new MergeProof(positions, ledger.at(graph.upTo(tips)));
    }

    private boolean repeatablesHold() {
        List<Script.Repeatable> scripts = graph.scripts().repeatable();
        scripts.forEach(ledger::remove);
        if (scripts.isEmpty()) {
            return true;
        }
        RepeatableProof proof =
                new RepeatableProof(positions, positions.at(MergeProof.order(graph, graph.heads())), progress);
        boolean alone = true;
        for (RepeatableProof.Seen seen : proof.run(scripts)) {
            alone &= !overloads(seen);
        }
        proof.refused().values().forEach(refusal -> findings.add(refusal.finding()));
        return !found(proof.findings()) && proof.refused().isEmpty() && alone;
    }

    /// A script that leaves two functions where there should be one stays proved as it was.
    private boolean overloads(RepeatableProof.Seen seen) {
        if (found(new Overloads(graph, request.known()).of(seen.script(), seen.changes()))) {
            ledger.leave(seen.script());
            return true;
        }
        ProvedRepeatable proved = ledger.add(seen.script(), seen.changes(), seen.hazards());
        report(
                ProofLine.of(seen.script(), proved, Duration.ofNanos(seen.nanos())),
                seen.script().title());
        return false;
    }
}
