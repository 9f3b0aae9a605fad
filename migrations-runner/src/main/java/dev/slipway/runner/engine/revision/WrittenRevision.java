package dev.slipway.runner.engine.revision;

import dev.slipway.runner.model.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A revision that was written.
///
/// @param description what it is for, as the name of its file says it
/// @param script where its script is
/// @param undo where its undo script is
/// @param heads those of the scripts from now on
public record WrittenRevision(
        Version version,
        String description,
        List<Version> parents,
        @Nullable String branchLabel,
        String script,
        String undo,
        List<Version> heads) {
    public WrittenRevision {
        parents = List.copyOf(parents);
        heads = List.copyOf(heads);
    }

    public boolean isMerge() {
        return parents.size() > 1;
    }
}
