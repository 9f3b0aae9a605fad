package dev.slipway.workbench.prove;

import dev.slipway.runner.model.schema.Schema;
import org.jspecify.annotations.Nullable;

/// What a run on tables with rows showed.
///
/// @param made the schema after the script, or null if it was not looked at
/// @param up what its script did
/// @param back what its undo script did
record RowRun(@Nullable Schema made, Evidence up, Evidence back) {
    static final RowRun NONE = new RowRun(null, Evidence.NONE, Evidence.NONE);

    Evidence evidence() {
        return up.and(back);
    }
}
