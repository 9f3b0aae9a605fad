package dev.slipway.runner.command;

import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.review.Remark;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.List;

/// What a run is going to do to large tables, beside the statements that do it.
final class ImpactRemarks {
    private static final String RULE = "impact";

    private ImpactRemarks() {}

    static List<Remark> of(List<Impact> impacts, ScriptSet scripts) {
        return impacts.stream()
                .map(impact -> new Remark(
                        Remark.Level.WARNING,
                        RULE,
                        "%s:%d".formatted(origin(scripts, impact.script()), impact.line()),
                        impact.text(),
                        "",
                        ""))
                .toList();
    }

    /// Where a script lies.
    static String origin(ScriptSet scripts, String path) {
        return scripts.all()
                .map(Script::file)
                .filter(file -> file.path().equals(path))
                .findFirst()
                .map(file -> file.origin())
                .orElse(path);
    }
}
