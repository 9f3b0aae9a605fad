package dev.slipway.runner.engine.graph;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds the parents of every revision: those its script names, or else the version before it, so that scripts written
/// for Flyway form one line.
final class Parents {
    private Parents() {}

    /// @return the parents of each revision in version order; they need not exist
    static SortedMap<Version, List<Version>> of(ScriptSet scripts) {
        SortedMap<Version, List<Version>> parents = new TreeMap<>();
        List<Version> preceding = List.of();
        for (Script.Revision script : scripts.revisions()) {
            parents.put(
                    script.version(),
                    switch (script.header().revises()) {
                        case Revises.Preceding() -> preceding;
                        case Revises.Named(List<Version> named, int line) ->
                            named.stream()
                                    .map(parent -> standIn(scripts, parent).orElse(parent))
                                    .distinct()
                                    .sorted()
                                    .toList();
                    });
            preceding = List.of(script.version());
        }
        return parents;
    }

    /// The baseline script at which the graph begins instead of a version whose script is gone.
    private static Optional<Version> standIn(ScriptSet scripts, Version gone) {
        return scripts.beginning().filter(baseline -> baseline.standsFor(gone)).map(Script.Baseline::version);
    }
}
