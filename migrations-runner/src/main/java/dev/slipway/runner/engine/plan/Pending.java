package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Script;
import java.util.List;

/// The scripts a run has to apply, in order: versions first, and of them a baseline script, then the repeatable scripts
/// that changed.
///
/// @param ahead the newer revisions that other scripts than these applied; nothing is pending then
public record Pending(List<Script.Revision> versioned, List<Repeat> repeatable, List<Version> ahead) {
    public Pending(List<Script.Revision> versioned, List<Repeat> repeatable) {
        this(versioned, repeatable, List.of());
    }

    static Pending nothing(List<Version> ahead) {
        return new Pending(List.of(), List.of(), ahead);
    }

    /// A repeatable script and its checksum with the placeholders filled in.
    public record Repeat(Script.Repeatable script, int checksum) {}

    /// A repeatable script, and its text and checksum with the placeholders filled in.
    public record Text(Script.Repeatable script, String text, int checksum) {}

    public Pending {
        versioned = List.copyOf(versioned);
        repeatable = List.copyOf(repeatable);
        ahead = List.copyOf(ahead);
    }

    public boolean isEmpty() {
        return versioned.isEmpty() && repeatable.isEmpty();
    }
}
