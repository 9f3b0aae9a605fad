package dev.slipway.runner.model.script;

import dev.slipway.runner.model.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All scripts of the locations, without faults.
///
/// @param naming how their files are named
/// @param versioned in version order
/// @param baselines in version order; one that lies below the beginning of the graph is left out, since it leads
/// nowhere
/// @param undo in version order
/// @param repeatable in the order of their descriptions
public record ScriptSet(
        Naming naming,
        List<Script.Versioned> versioned,
        List<Script.Baseline> baselines,
        List<Script.Undo> undo,
        List<Script.Repeatable> repeatable) {
    public ScriptSet {
        versioned = List.copyOf(versioned);
        baselines = leading(versioned, baselines);
        undo = List.copyOf(undo);
        repeatable = List.copyOf(repeatable);
    }

    public Stream<Script> all() {
        return Stream.of(versioned, baselines, undo, repeatable).flatMap(List::stream);
    }

    private static List<Script.Baseline> leading(List<Script.Versioned> versioned, List<Script.Baseline> baselines) {
        long beginnings = baselines.stream()
                .filter(baseline -> isBeginning(versioned, baseline))
                .count();
        return List.copyOf(baselines.subList((int) Math.max(0, beginnings - 1), baselines.size()));
    }

    private static boolean isBeginning(List<Script.Versioned> versioned, Script.Baseline baseline) {
        return versioned.isEmpty() || !baseline.standsFor(versioned.getFirst().version());
    }

    /// The baseline script for whose version, and for all before it, there is no other script any more: it is a
    /// revision of its own.
    public Optional<Script.Baseline> beginning() {
        return baselines.stream()
                .limit(1)
                .filter(baseline -> isBeginning(versioned, baseline))
                .findFirst();
    }

    /// One script for each revision, in version order.
    public List<Script.Revision> revisions() {
        return Stream.<Script.Revision>concat(beginning().stream(), versioned.stream())
                .toList();
    }

    /// Whether a baseline script stands for the version.
    public boolean isCovered(Version version) {
        return !baselines.isEmpty() && baselines.getLast().standsFor(version);
    }

    /// What takes the version back.
    public Optional<Script.Undo> undoOf(Version version) {
        return undo.stream().filter(script -> script.version().equals(version)).findFirst();
    }

    public Optional<Script.Versioned> find(Version version) {
        return versioned.stream()
                .filter(script -> script.version().equals(version))
                .findFirst();
    }

    /// The highest version.
    public Optional<Version> newest() {
        return Stream.<Script.Revision>concat(versioned.stream(), baselines.stream())
                .map(Script.Revision::version)
                .max(Version::compareTo);
    }

    public boolean isEmpty() {
        return versioned.isEmpty() && baselines.isEmpty() && repeatable.isEmpty();
    }
}
