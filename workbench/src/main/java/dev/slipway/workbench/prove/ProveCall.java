package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.manifest.ManifestFile;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Keeps a manifest up to date with the scripts, or tells whether it is.
public final class ProveCall {
    private final ProveRequest request;
    private final Path file;
    private final RevisionGraph graph;

    public ProveCall(ProveRequest request, Path file) {
        this.request = request;
        this.file = file;
        this.graph = request.graph();
    }

    /// Whether anything has to be run.
    public boolean isOpen() {
        return request.all() || new ManifestStatus(graph, request.known()).isOpen();
    }

    /// What the manifest tells, without running anything.
    public ProveResult check() {
        List<Finding> findings = new ArrayList<>(new ManifestFindings(graph, request.known()).open());
        findings.addAll(known(request.known(), List.of()));
        return result(List.of(), findings, List.of(), false);
    }

    /// Takes out of the manifest what is gone, when nothing has to be run.
    public ProveResult tidy() {
        Manifest sound = new ManifestStatus(graph, request.known()).sound();
        return result(List.of(), known(sound, List.of()), List.of(), write(sound));
    }

    /// Proves what is open and writes it down, also if a script fails in the end.
    ///
    /// @throws SlipwayException with `ScriptFailed` if a script cannot be applied
    public ProveResult prove(ScratchServer server, Progress progress) {
        Prover prover = new Prover(server, request, progress);
        try {
            prover.prove();
        } catch (SlipwayException e) {
            if (!request.all()) {
                write(prover.manifest());
            }
            throw prover.told(e);
        }
        return result(prover, prover.findings(), write(prover.manifest()));
    }

    /// Proves everything and compares it with the manifest, which stays as it is.
    public ProveResult compare(ScratchServer server, Progress progress) {
        Prover prover = new Prover(server, request, progress);
        prover.prove();
        List<Finding> findings = new ArrayList<>(new ManifestFindings(graph, request.known()).open());
        if (findings.isEmpty()) {
            findings.addAll(new ManifestDifferences(graph, request.known(), prover.manifest()).findings());
        }
        findings.addAll(prover.findings());
        return result(prover, findings, false);
    }

    /// @return whether the file is another one now
    private boolean write(Manifest manifest) {
        if (manifest.equals(request.known())) {
            return false;
        }
        try {
            ManifestFile.write(file, manifest);
            return true;
        } catch (UncheckedIOException e) {
            throw new SlipwayException(
                    new UsageFailure(
                            "\"%s\" cannot be written: %s".formatted(file, e.getCause()),
                            "make the folder writable for the user that runs this program"),
                    e);
        }
    }

    private ProveResult result(Prover prover, List<Finding> seen, boolean written) {
        List<Finding> findings = new ArrayList<>(seen);
        findings.addAll(known(prover.manifest(), prover.proofs()));
        return result(prover.proofs(), findings, prover.notes(), written);
    }

    private List<Finding> known(Manifest manifest, List<ProofLine> told) {
        return new ManifestFindings(graph, manifest)
                .known(told.stream().map(ProofLine::label).collect(Collectors.toSet()));
    }

    private ProveResult result(List<ProofLine> proofs, List<Finding> findings, List<String> notes, boolean written) {
        return new ProveResult(graph.order().size(), proofs, findings, notes, file.toString(), written);
    }
}
