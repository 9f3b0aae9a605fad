package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Proves what is not proved yet, on scratch databases, and writes it into a manifest that grows.
final class Prover {
    private final ScratchServer server;
    private final ProveRequest request;
    private final Progress progress;
    private final RevisionGraph graph;
    private final ManifestStatus status;
    private final NamesFound names = new NamesFound();
    private final ScratchPool pool;
    private final ProvedParents provedParents;
    private final UnprovedParents unprovedParents;
    private final ManifestBuilder manifest;
    private final ProofLanes lanes;
    private final List<ProofLine> proofs = new ArrayList<>();
    private final ProofCheckpoints checkpoints;
    private Evidence evidence = Evidence.NONE;

    /// Revisions that lead to no certain schema, and what builds on them.
    private final Set<Version> unproved = new TreeSet<>();

    /// Those that were proved anew and do to the schema what they did, and have no rows; and what builds on them.
    private final Set<Version> alike = new TreeSet<>();

    /// @param lanes which prove parts beside this
    /// @param file takes what is proved by now, from time to time
    Prover(ScratchServer server, ProveRequest request, Progress progress, ProofLanes lanes, Consumer<Manifest> file) {
        this.server = server;
        this.request = request;
        this.progress = progress;
        this.lanes = lanes;
        this.checkpoints = new ProofCheckpoints(file);
        this.graph = request.graph();
        this.status = request.status();
        this.pool = new ScratchPool(server, request, names);
        this.unprovedParents = new UnprovedParents(request, pool, names);
        Manifest sound = request.all() ? Manifest.EMPTY : status.sound();
        this.manifest = new ManifestBuilder(graph, request.known(), sound);
        this.provedParents = new ProvedParents(request, pool, names, manifest);
        sound.revisions().values().forEach(this::learn);
    }

    /// Proves all that is open, as far as possible: a script that fails is a finding.
    ProofRun prove() {
        for (Version version : graph.order()) {
            if (isOpen(version) && !stands(version)) {
                checkpoints.offer(manifest);
                prove(version);
            }
        }
        graph.besides().stream().filter(this::isOpen).forEach(this::prove);
        if (unproved.isEmpty()) {
            proveTogether();
        } else {
            note(unprovedParents.attempt(graph.scripts().repeatable(), repeatableProof()));
        }
        return shown();
    }

    /// What is shown by now.
    ProofRun shown() {
        List<String> notes = new ArrayList<>(unprovedParents.notes());
        notes.addAll(MadeUp.notes(server));
        return new ProofRun(manifest.manifest(), proofs, evidence.and(Evidence.ofNotes(notes)));
    }

    private boolean isOpen(Version version) {
        return request.all() || status.open(version).isPresent();
    }

    /// Whether what was proved of a revision still holds, since what it builds on was proved anew and does the same to
    /// the schema: then that is kept.
    private boolean stands(Version version) {
        boolean stands = !request.all()
                && status.isProvedAlone(version)
                && !graph.parents(version).isEmpty()
                && graph.parents(version).stream().allMatch(parent -> alike.contains(parent) || !isOpen(parent));
        if (stands) {
            alike.add(version);
            learn(manifest.leave(version));
        }
        return stands;
    }

    private boolean isOpen(Script.Baseline script) {
        return request.all() || status.open(script).isPresent();
    }

    private void prove(Version version) {
        RevisionTrial tried = RevisionTrial.of(request, version);
        progress.report(new Event.Proving(tried.script().title()));
        if (graph.parents(version).stream().anyMatch(unproved::contains)) {
            unproved.add(version);
            note(unprovedParents.attempt(tried));
            return;
        }
        long start = System.nanoTime();
        Optional<ProofLane.Step> beside = lanes.step(version, before -> beginsWith(before, version));
        switch (beside.<Verdict>map(ProofLane.Step::verdict).orElseGet(() -> provedParents.verdict(tried))) {
            case Verdict.Proved proved ->
                take(tried, proved, beside.map(ProofLane.Step::took).orElseGet(() -> since(start)));
            case Verdict.Doubtful(List<Finding> findings) -> {
                unproved.add(version);
                note(Evidence.ofFindings(findings));
            }
            case Verdict.Fallen(Evidence seen) -> {
                unproved.add(version);
                unprovedParents.fell(version);
                note(seen);
            }
        }
    }

    private void take(RevisionTrial tried, Verdict.Proved verdict, Duration took) {
        Version version = tried.script().version();
        ProvedRevision proved = verdict.revision();
        note(verdict.evidence());
        manifest.add(version, proved);
        learn(proved);
        if (!verdict.rows() && doesTheSame(proved, request.known().revisions().get(version))) {
            alike.add(version);
        }
        report(ProofLine.of(tried.script(), proved, took), tried.script().title());
    }

    /// Whether what was proved beside this began with what was proved here.
    private boolean beginsWith(Schema before, Version version) {
        return ProofLane.isCertain(server, names) && before.equals(manifest.below(version));
    }

    private static boolean doesTheSame(ProvedRevision proved, @Nullable ProvedRevision former) {
        return former != null
                && former.fingerprint().equals(proved.fingerprint())
                && former.changes().equals(proved.changes());
    }

    private void learn(ProvedRevision proved) {
        names.add(proved.changes().stream().map(Change::key).toList());
    }

    /// Where it stands for what is not certain, nobody knows what it has to make.
    private void prove(Script.Baseline script) {
        NavigableSet<Version> covered = graph.reached(script);
        if (covered.stream().anyMatch(unproved::contains)) {
            return;
        }
        progress.report(new Event.Proving(script.title()));
        long start = System.nanoTime();
        Schema wanted = manifest.at(covered);
        List<Finding> different = new BaselineProof(pool, script).differences(wanted, covered.last());
        note(Evidence.ofFindings(different));
        if (different.isEmpty()) {
            manifest.add(script, wanted.fingerprint());
            report(ProofLine.of(script, wanted, since(start)), script.title());
        }
    }

    private void note(Evidence more) {
        evidence = evidence.and(more);
    }

    private void report(ProofLine proof, String title) {
        proofs.add(proof);
        progress.report(new Event.Proved(title, proof.summary(), Duration.ofMillis(proof.milliseconds())));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private RepeatableProof repeatableProof() {
        return new RepeatableProof(request.model(), names, progress);
    }

    /// Whether the branches fit together, and the repeatable scripts to all of them.
    private void proveTogether() {
        List<Version> heads = graph.heads();
        List<Finding> unfit =
                heads.size() < 2 ? List.of() : provedParents.merging(heads).findings(heads, files(heads));
        note(Evidence.ofFindings(unfit));
        if (unfit.isEmpty()) {
            List<Script.Repeatable> scripts = graph.scripts().repeatable();
            scripts.forEach(manifest::remove);
            List<RepeatableOutcome> outcomes =
                    scripts.isEmpty() ? List.of() : provedParents.attempt(scripts, repeatableProof());
            outcomes.forEach(this::take);
            if (outcomes.stream().allMatch(RepeatableOutcome.Repeated.class::isInstance)) {
                manifest.addWhole();
            }
        }
    }

    private String files(List<Version> versions) {
        return versions.stream()
                .map(version -> graph.script(version).file().origin())
                .collect(Collectors.joining(", "));
    }

    private void take(RepeatableOutcome outcome) {
        switch (outcome) {
            case RepeatableOutcome.Repeated repeated -> {
                ProvedRepeatable proved = manifest.add(repeated.script(), repeated.changes(), repeated.hazards());
                report(
                        ProofLine.of(repeated.script(), proved, Duration.ofNanos(repeated.nanos())),
                        repeated.script().title());
            }
            case RepeatableOutcome.Overloading overloading -> {
                manifest.leave(overloading.script());
                note(Evidence.ofFindings(overloading.findings()));
            }
            case RepeatableOutcome.Refused refused ->
                note(Evidence.ofFinding(refused.refusal().finding()));
            case RepeatableOutcome.Different different -> note(Evidence.ofFindings(different.findings()));
        }
    }
}
