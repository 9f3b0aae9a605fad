package dev.slipway.runner.engine.impact;

import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.engine.step.StepGuard;
import dev.slipway.runner.model.impact.EarlierWork;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.history.WorkColumn;
import java.util.Map;

/// Keeps what was expected of a script; what it took stands in its history row.
///
/// @param expected of scripts that take long enough to learn from
record ImpactGuard(WorkColumn column, Map<Script, EarlierWork> expected) implements StepGuard {
    @Override
    public String statements(ResumableStep resumable) {
        EarlierWork known = expected.get(resumable.step().script());
        // of a script that an earlier run began, this one sees only the rest
        return known == null || resumable.done() > 0 ? "" : column.statement(resumable.rank(), known);
    }
}
