package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.ConnectionLost;
import dev.slipway.runner.model.failure.Interrupted;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps a manifest up to date with the scripts, or tells whether it is.
public final class ProveCall {
    private final ProveRequest request;
    private final Path file;
    private final RevisionGraph graph;

    /// For the parts of a long history, or null to prove one revision after the other.
    private final @Nullable ProofServers servers;

    /// What the file says now.
    private Manifest written;

    public ProveCall(ProveRequest request, Path file) {
        this(request, file, null);
    }

    private ProveCall(ProveRequest request, Path file, @Nullable ProofServers servers) {
        this.request = request;
        this.file = file;
        this.servers = servers;
        this.graph = request.graph();
        this.written = request.known();
    }

    /// The same, which proves the parts of a long history at the same time.
    public ProveCall inParts(ProofServers others) {
        return new ProveCall(request, file, others);
    }

    /// Whether anything has to be run.
    public boolean isOpen() {
        return request.all() || request.status().isOpen();
    }

    /// What the manifest tells, without running anything.
    public ProveResult check() {
        List<Finding> findings = new ArrayList<>(new ManifestFindings(graph, request.known()).open());
        findings.addAll(known(request.known(), List.of()));
        return result(List.of(), findings, List.of(), false);
    }

    /// Takes out of the manifest what is gone, when nothing has to be run.
    public ProveResult tidy() {
        Manifest sound = request.status().sound();
        return result(List.of(), known(sound, List.of()), List.of(), write(sound));
    }

    /// Proves what is open and writes it down on the way, so that a run that is killed loses little.
    public ProveResult prove(ScratchServer server, Progress progress) {
        try (ProofLanes lanes = lanes()) {
            return prove(new Prover(server, request, progress, lanes, request.all() ? _ -> {} : this::write));
        }
    }

    private ProveResult prove(Prover prover) {
        try {
            ProofRun run = prover.prove();
            return result(run, run.evidence().findings(), write(run.manifest()));
        } catch (SlipwayException e) {
            ProofRun run = prover.shown();
            if (!request.all()) {
                write(run.manifest());
            }
            throw told(e, run);
        }
    }

    /// What a proof would find, of which nothing is written down.
    public Manifest tried(ScratchServer server) {
        return proved(server, _ -> {}).manifest();
    }

    /// The same failure, with how far the proof came. A proof of everything is written down only when it is whole.
    private SlipwayException told(SlipwayException failed, ProofRun run) {
        RunProgress progressed = new RunProgress(
                Direction.PROOF,
                request.all()
                        ? List.of()
                        : run.proofs().stream().map(ProofLine::label).toList());
        if (failed.failure() instanceof Interrupted stopped) {
            return new SlipwayException(new Interrupted(progressed, stopped.rest()), failed);
        }
        if (failed.failure() instanceof ConnectionLost lost) {
            return new SlipwayException(
                    new ConnectionLost(lost.label(), lost.serverMessage(), progressed, lost.rest()), failed);
        }
        return failed;
    }

    /// Proves everything and compares it with the manifest, which stays as it is.
    public ProveResult compare(ScratchServer server, Progress progress) {
        ProofRun run = proved(server, progress);
        List<Finding> findings = new ArrayList<>(new ManifestFindings(graph, request.known()).open());
        if (findings.isEmpty()) {
            findings.addAll(new ManifestDifferences(graph, request.known(), run.manifest()).findings());
        }
        findings.addAll(run.evidence().findings());
        return result(run, findings, false);
    }

    private ProofRun proved(ScratchServer server, Progress progress) {
        try (ProofLanes lanes = lanes()) {
            return new Prover(server, request, progress, lanes, _ -> {}).prove();
        }
    }

    private ProofLanes lanes() {
        return servers == null ? ProofLanes.none() : ProofLanes.begin(request, servers);
    }

    /// @return whether the file is another one now
    private boolean write(Manifest manifest) {
        try {
            if (!manifest.equals(written)) {
                ManifestFile.write(file, manifest);
                written = manifest;
            }
            return !manifest.equals(request.known());
        } catch (UncheckedIOException e) {
            throw new SlipwayException(
                    new UsageFailure(
                            "\"%s\" cannot be written: %s".formatted(file, e.getCause()),
                            "make the folder writable for the user that runs this program"),
                    e);
        }
    }

    private ProveResult result(ProofRun run, List<Finding> seen, boolean written) {
        List<Finding> findings = new ArrayList<>(seen);
        findings.addAll(known(run.manifest(), run.proofs()));
        return result(run.proofs(), findings, run.evidence().notes(), written);
    }

    private List<Finding> known(Manifest manifest, List<ProofLine> told) {
        return new ManifestFindings(graph, manifest)
                .known(told.stream().map(ProofLine::label).collect(Collectors.toSet()));
    }

    private ProveResult result(List<ProofLine> proofs, List<Finding> findings, List<String> notes, boolean written) {
        return new ProveResult(
                graph.order().size(),
                (int) graph.order().stream().filter(request.taken()::contains).count(),
                proofs,
                findings,
                0,
                notes,
                file.toString(),
                written);
    }
}
