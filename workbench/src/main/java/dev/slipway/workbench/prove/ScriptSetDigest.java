package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.proof.ScriptDigest;
import dev.slipway.runner.model.manifest.Manifest;
import dev.slipway.runner.model.schema.Sha256;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What only all scripts together show: whether branches fit to each other, and repeatable scripts to all revisions.
///
/// Two people can each prove a script of their own, and git puts both manifests into one in which every script is
/// proved as it is. So the manifest keeps one digest of all scripts, which both of them change.
record ScriptSetDigest(RevisionGraph graph) {
    /// Of the scripts as they are, or null if there is nothing that could not fit.
    @Nullable
    String digest() {
        if (!branches() && graph.scripts().repeatable().isEmpty()) {
            return null;
        }
        StringBuilder digested = new StringBuilder();
        graph.order()
                .forEach(version -> digested.append("%s %s %s\n"
                        .formatted(version, graph.parents(version), ScriptDigest.of(graph.script(version)))));
        graph.scripts()
                .repeatable()
                .forEach(script -> digested.append("%s %s\n".formatted(script.description(), ScriptDigest.of(script))));
        return Sha256.hex(digested.toString());
    }

    /// Why the scripts have to be tried together, or nothing if the manifest says that they were.
    Optional<String> open(Manifest manifest) {
        String digest = digest();
        return digest == null || digest.equals(manifest.together())
                ? Optional.empty()
                : Optional.of(
                        branches()
                                ? "its branches were never tried one after the other as they are"
                                : "its repeatable scripts were never tried after all revisions as they are");
    }

    private boolean branches() {
        return graph.heads().size() > 1;
    }
}
