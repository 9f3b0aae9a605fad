package dev.slipway.runner.engine.proof;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.script.Script;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Refuses to speak of schemas that nobody has seen.
public final class Proofs {
    private Proofs() {}

    /// The manifest, if all that an upgrade could run was proved as it is.
    ///
    /// @throws SlipwayException with `ProofMissing`
    public static Manifest complete(RevisionGraph graph, Optional<Manifest> manifest) {
        List<Script> run = graph.scripts()
                .all()
                .filter(script -> !(script instanceof Script.Undo))
                .toList();
        return of(graph, manifest, run, List::of);
    }

    /// The manifest, if these scripts were proved as they are.
    ///
    /// @param known what is known all the same, asked for only if they were not
    /// @throws SlipwayException with `ProofMissing`
    public static Manifest of(
            RevisionGraph graph,
            Optional<Manifest> manifest,
            Collection<? extends Script> scripts,
            Supplier<List<String>> known) {
        Manifest found =
                manifest.orElseThrow(() -> new SlipwayException(new ProofMissing(false, List.of(), known.get())));
        ProofCheck check = new ProofCheck(graph, found);
        List<String> unproved = scripts.stream()
                .filter(script -> !check.of(script).holds())
                .map(script ->
                        "%s %s".formatted(script.file().path(), check.of(script).text()))
                .toList();
        if (!unproved.isEmpty()) {
            throw new SlipwayException(new ProofMissing(true, unproved, known.get()));
        }
        return found;
    }
}
