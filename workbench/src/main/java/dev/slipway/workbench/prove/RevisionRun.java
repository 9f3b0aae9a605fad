package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.workbench.trace.ScriptTrace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a revision did.
///
/// @param trial the database after it
/// @param again the schema after its second run, or null if there was none
/// @param trace of its script
/// @param irreversible why it cannot be taken back, or null
record RevisionRun(
        ProofDatabase trial,
        Schema before,
        Schema after,
        @Nullable Schema again,
        ScriptTrace trace,
        @Nullable String irreversible,
        List<HazardFound> hazards,
        List<Finding> findings) {
    RevisionRun {
        hazards = List.copyOf(hazards);
        findings = List.copyOf(findings);
    }

    /// Whether only a run on another database tells that the script makes the same each time.
    boolean isUnsure() {
        return again == null || !after.exactChangesTo(again).isEmpty();
    }

    /// The same with what was found on rows.
    RevisionRun with(List<HazardFound> more) {
        List<HazardFound> all = new ArrayList<>(hazards);
        all.addAll(more);
        return new RevisionRun(trial, before, after, again, trace, irreversible, all, findings);
    }

    /// The same with another schema after it.
    RevisionRun leading(Schema other) {
        return new RevisionRun(trial, before, other, again, trace, irreversible, hazards, findings);
    }
}
