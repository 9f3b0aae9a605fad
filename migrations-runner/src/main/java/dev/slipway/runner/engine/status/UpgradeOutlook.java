package dev.slipway.runner.engine.status;

import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.plan.Pending;
import dev.slipway.runner.engine.plan.Planner;
import dev.slipway.runner.engine.script.ScriptsInvalid;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an upgrade would have to do, and why it would be refused.
///
/// @param pending how many scripts are left to apply, whether it would be refused or not
/// @param refusal null if it would not be
record UpgradeOutlook(int pending, @Nullable UpgradeRefusal refusal) {
    /// @param faults of the scripts; with them the history is compared with nothing, since what differs may come of
    /// them
    static UpgradeOutlook of(Planner planner, History history, List<ScriptProblem> faults) {
        if (!faults.isEmpty()) {
            return refused(planner, history, new ScriptsInvalid(faults));
        }
        try {
            Pending pending = planner.pending(history, new Target.Heads(), true);
            return new UpgradeOutlook(
                    pending.versioned().size() + pending.repeatable().size(), null);
        } catch (SlipwayException e) {
            return refused(planner, history, e.failure());
        }
    }

    private static UpgradeOutlook refused(Planner planner, History history, Failure failure) {
        int pending = planner.missing(history) + planner.repeatable(history).size();
        return new UpgradeOutlook(pending, UpgradeRefusal.of(failure));
    }
}
