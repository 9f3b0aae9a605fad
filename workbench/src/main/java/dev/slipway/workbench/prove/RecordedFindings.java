package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.manifest.ScriptFinding;
import dev.slipway.runner.model.script.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is found of a revision as a manifest keeps it: a later run, which does not try the revision again, tells the
/// same. Where the scripts lie is another place on another machine.
final class RecordedFindings {
    private RecordedFindings() {}

    /// @param undo null if there is none
    static List<ScriptFinding> of(List<Finding> findings, Script script, Script.@Nullable Undo undo) {
        return findings.stream()
                .map(finding -> undo != null && isOf(undo, finding) ? of(finding, undo) : of(finding, script))
                .toList();
    }

    private static boolean isOf(Script script, Finding finding) {
        return finding.where().equals(script.file().fileName())
                || finding.where().equals(script.file().origin())
                || line(finding, script) > 0;
    }

    private static ScriptFinding of(Finding finding, Script script) {
        return new ScriptFinding(
                script.file().path(), line(finding, script), finding.what(), finding.effect(), finding.remedy());
    }

    private static int line(Finding finding, Script script) {
        String begin = script.file().origin() + ":";
        return finding.where().startsWith(begin)
                ? Integer.parseInt(finding.where().substring(begin.length()))
                : 0;
    }
}
