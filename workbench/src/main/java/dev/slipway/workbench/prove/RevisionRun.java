package dev.slipway.workbench.prove;

import dev.slipway.runner.model.schema.Schema;
import dev.slipway.workbench.trace.ScriptTrace;
import org.jspecify.annotations.Nullable;

/// What one run of a revision showed, up, down and up.
///
/// @param again the schema after its second run, or null if there was none
/// @param trace of its script
/// @param irreversible why it cannot be taken back, or null
/// @param stays whether it ended at the revision; an undo script that does not restore the schema ends elsewhere
record RevisionRun(
        Schema before,
        Schema after,
        @Nullable Schema again,
        ScriptTrace trace,
        @Nullable String irreversible,
        boolean stays,
        Evidence evidence) {
    /// Whether only a run on another database tells that the script makes the same each time.
    boolean isUnsure() {
        return again == null || !after.exactChangesTo(again).isEmpty();
    }

    /// The same with another schema after it, and with all that was seen.
    RevisionRun leading(Schema settled, Evidence all) {
        return new RevisionRun(before, settled, again, trace, irreversible, stays, all);
    }
}
