package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.script.Script;
import java.util.List;

/// What became of a repeatable script.
sealed interface RepeatableOutcome {
    /// It makes the same however often it runs.
    ///
    /// @param nanos how long its first run took
    record Repeated(Script.Repeatable script, List<Change> changes, List<HazardFound> hazards, long nanos)
            implements RepeatableOutcome {
        public Repeated {
            changes = List.copyOf(changes);
            hazards = List.copyOf(hazards);
        }
    }

    /// It leaves two functions where there should be one, and stays proved as it was.
    record Overloading(Script.Repeatable script, List<Finding> findings) implements RepeatableOutcome {
        public Overloading {
            findings = List.copyOf(findings);
        }
    }

    /// It failed when it ran for the first time.
    record Refused(Script.Repeatable script, RejectedScript refusal) implements RepeatableOutcome {}

    /// It does not run, or something else each time.
    record Different(List<Finding> findings) implements RepeatableOutcome {
        public Different {
            findings = List.copyOf(findings);
        }
    }
}
