package dev.slipway.workbench.prove;

import dev.slipway.runner.model.script.Script;
import org.jspecify.annotations.Nullable;

/// A revision that is tried.
///
/// @param undo null if there is none
record RevisionTrial(Script.Revision script, Script.@Nullable Undo undo) {
    /// The same without an undo script that was seen not to work.
    RevisionTrial working(RevisionRun seen) {
        return seen.irreversible() == null ? this : new RevisionTrial(script, null);
    }
}
