package dev.slipway.runner.engine.prove;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.trace.ScriptTrace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a revision did.
///
/// @param trial the database after it
/// @param trace of its script
/// @param irreversible why it cannot be taken back, or null
record Seen(
        Trial trial,
        Schema before,
        Schema after,
        ScriptTrace trace,
        @Nullable String irreversible,
        List<HazardFound> hazards,
        List<Finding> findings) {
    Seen {
        hazards = List.copyOf(hazards);
        findings = List.copyOf(findings);
    }

    /// The same with what was found on rows.
    Seen with(List<HazardFound> more) {
        List<HazardFound> all = new java.util.ArrayList<>(hazards);
        all.addAll(more);
        return new Seen(trial, before, after, trace, irreversible, all, findings);
    }
}
