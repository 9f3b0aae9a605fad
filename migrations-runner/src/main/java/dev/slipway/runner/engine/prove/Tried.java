package dev.slipway.runner.engine.prove;

import dev.slipway.runner.model.script.Script;
import org.jspecify.annotations.Nullable;

/// A revision that is tried.
///
/// @param undo null if there is none
record Tried(Script.Revision script, Script.@Nullable Undo undo) {
    /// The same without an undo script that was seen not to work.
    Tried working(Seen seen) {
        return seen.irreversible() == null ? this : new Tried(script, null);
    }
}
