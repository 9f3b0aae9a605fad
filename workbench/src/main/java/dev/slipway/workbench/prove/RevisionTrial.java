package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A revision that is tried.
///
/// @param undo null if there is none to try
/// @param taken whether the revision is taken as it is: what counts is the schema it leads to
record RevisionTrial(Script.Revision script, Script.@Nullable Undo undo, boolean taken) {
    static RevisionTrial of(ProveRequest request, Version version) {
        boolean taken = request.taken().contains(version);
        Script.Undo undo = request.graph().scripts().undoOf(version).orElse(null);
        return new RevisionTrial(request.graph().script(version), taken ? null : undo, taken);
    }

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
        return seen.irreversible() == null ? this : new RevisionTrial(script, null, taken);
    }
}
