package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.script.Script;
import java.util.List;

/// The scripts a run has to apply, in order: versions first, and of them a baseline script, then the repeatable scripts
/// that changed.
public record Pending(List<Script.Revision> versioned, List<Repeat> repeatable) {
    static final Pending NOTHING = new Pending(List.of(), List.of());

    /// A repeatable script and its checksum with the placeholders filled in.
    public record Repeat(Script.Repeatable script, int checksum) {}

    /// A repeatable script, and its text and checksum with the placeholders filled in.
    public record Text(Script.Repeatable script, String text, int checksum) {}

    public Pending {
        versioned = List.copyOf(versioned);
        repeatable = List.copyOf(repeatable);
    }

    public boolean isEmpty() {
        return versioned.isEmpty() && repeatable.isEmpty();
    }
}
