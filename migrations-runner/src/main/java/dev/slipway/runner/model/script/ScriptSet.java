package dev.slipway.runner.model.script;

import dev.slipway.runner.model.Version;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All scripts of the locations, without faults.
///
/// @param versioned in version order
/// @param undo in version order
/// @param repeatable in the order of their descriptions
public record ScriptSet(List<Script.Versioned> versioned, List<Script.Undo> undo, List<Script.Repeatable> repeatable) {
    public ScriptSet {
        versioned = List.copyOf(versioned);
        undo = List.copyOf(undo);
        repeatable = List.copyOf(repeatable);
    }

    public Stream<Script> all() {
        return Stream.of(versioned, undo, repeatable).flatMap(List::stream);
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
        return versioned.isEmpty()
                ? Optional.empty()
                : Optional.of(versioned.getLast().version());
    }

    public boolean isEmpty() {
        return versioned.isEmpty() && repeatable.isEmpty();
    }
}
