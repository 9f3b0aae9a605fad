package dev.slipway.runner.engine.graph;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.Script;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds the parents of every revision: those its script names, or else the version before it, so that scripts written
/// for Flyway form one line.
final class Parents {
    private Parents() {}

    /// @param scripts in version order
    /// @return the parents of each revision in version order; they need not exist
    static SortedMap<Version, List<Version>> of(Collection<Script.Versioned> scripts) {
        SortedMap<Version, List<Version>> parents = new TreeMap<>();
        List<Version> preceding = List.of();
        for (Script.Versioned script : scripts) {
            parents.put(
                    script.version(),
                    switch (script.header().revises()) {
                        case Revises.Preceding() -> preceding;
                        case Revises.Named(List<Version> named, int line) ->
                            named.stream().distinct().sorted().toList();
                    });
            preceding = List.of(script.version());
        }
        return parents;
    }
}
