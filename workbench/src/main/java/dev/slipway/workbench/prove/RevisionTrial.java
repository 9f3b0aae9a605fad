package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A revision that is tried.
///
/// @param undo null if there is none
record RevisionTrial(Script.Revision script, Script.@Nullable Undo undo) {
    /// Why its scripts cannot even be read.
    List<Finding> faults(ProofDatabase where) {
        List<Finding> faults = new ArrayList<>(where.faults(script));
        if (undo != null) {
            faults.addAll(where.faults(undo));
        }
        return faults;
    }

    /// The same without an undo script that was seen not to work.
    RevisionTrial working(RevisionRun seen) {
        return seen.irreversible() == null ? this : new RevisionTrial(script, null);
    }
}
