package dev.slipway.runner.engine.revision;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Naming;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where a revision comes in the graph once it has another version.
///
/// A revision that was applied nowhere goes behind what others added meanwhile, so that the graph keeps one head: it
/// builds on the only head of the others. It stays where it is if others build on it, if it begins a branch with a
/// name, and if the others have several heads.
record NewPlace(SameVersion scripts, Script.Versioned script, Naming naming) {
    /// The scripts that name it as a parent; none if another one has its version, since nobody can tell which is meant.
    List<Script.Versioned> children() {
        return scripts.isAlone(script)
                ? scripts.versioned().stream().filter(this::names).toList()
                : List.of();
    }

    private boolean names(Script.Versioned other) {
        return other.header().revises() instanceof Revises.Named named
                && named.parents().contains(script.version());
    }

    /// The scripts without it and without what builds on it.
    ScriptSet others(List<Script.Baseline> baselines) {
        Set<Version> gone = new HashSet<>();
        if (scripts.isAlone(script)) {
            gone.add(script.version());
        }
        List<Script.Versioned> left = new ArrayList<>(allOthers(baselines).versioned());
        while (left.removeIf(other -> other.header().revises() instanceof Revises.Named named
                && named.parents().stream().anyMatch(gone::contains)
                && gone.add(other.version()))) {
            // what builds on those is next
        }
        return new ScriptSet(naming, left, baselines, List.of(), List.of());
    }

    /// All scripts but this one.
    ScriptSet allOthers(List<Script.Baseline> baselines) {
        List<Script.Versioned> left = scripts.versioned().stream()
                .filter(other -> !other.equals(script))
                .sorted(Comparator.comparing(Script.Versioned::version))
                .toList();
        return new ScriptSet(naming, distinct(left), baselines, List.of(), List.of());
    }

    private static List<Script.Versioned> distinct(List<Script.Versioned> all) {
        Set<Version> seen = new HashSet<>();
        return all.stream().filter(script -> seen.add(script.version())).toList();
    }

    /// What it is to name as its parents, if that is another than now.
    ///
    /// @param rest the graph of the others
    List<Version> parents(RevisionGraph rest, Revises.Named named) {
        boolean stays = !children().isEmpty()
                || script.header().branchLabel() != null
                || rest.heads().size() != 1
                || !rest.upTo(rest.heads()).containsAll(named.parents());
        return stays ? named.parents() : rest.heads();
    }
}
