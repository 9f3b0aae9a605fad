package dev.slipway.runner.command;

import dev.slipway.runner.engine.check.CheckResult;
import dev.slipway.runner.model.review.Remark;
import dev.slipway.runner.model.review.Review;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayList;
import java.util.List;

/// Findings as errors, what large tables get as warnings.
final class CheckReview {
    private static final String COMMAND = "check";

    private CheckReview() {}

    static Review of(CheckResult result, ScriptSet scripts, String home, boolean given) {
        List<Remark> remarks = new ArrayList<>();
        result.findings().forEach(finding -> remarks.add(Remark.of(COMMAND, finding)));
        if (result.database() != null) {
            remarks.addAll(ImpactRemarks.of(result.database().impacts(), scripts));
        }
        result.notes().forEach(note -> remarks.add(Remark.of(COMMAND, note)));
        if (given && result.database() == null) {
            remarks.add(Remark.note(COMMAND, "", CheckText.NOT_COMPARED));
        }
        return new Review(COMMAND, home, List.of(), remarks, CheckText.summary(result));
    }
}
