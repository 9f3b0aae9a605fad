package dev.slipway.runner.engine.inspect;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A revision as lists show it.
///
/// @param script the path of its file in the location
/// @param undo the path of its undo script, or null if there is none
/// @param branchLabel the name of the branch that begins with it, or null
public record RevisionSummary(
        Version version,
        String description,
        List<Version> parents,
        String script,
        @Nullable String undo,
        @Nullable String branchLabel,
        boolean head) {
    public RevisionSummary {
        parents = List.copyOf(parents);
    }

    public static RevisionSummary of(RevisionGraph graph, Version version) {
        Script.Revision script = graph.script(version);
        return new RevisionSummary(
                script.version(),
                script.description(),
                named(graph, graph.parents(version)),
                script.file().path(),
                graph.scripts().undoOf(version).map(undo -> undo.file().path()).orElse(null),
                script.header().branchLabel(),
                graph.children(version).isEmpty());
    }

    /// The versions as their own files write them: a header may say 1.0 of V1.
    static List<Version> named(RevisionGraph graph, List<Version> versions) {
        return versions.stream().map(version -> graph.script(version).version()).toList();
    }
}
