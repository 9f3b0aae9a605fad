package dev.slipway.runner.engine.script;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.List;

/// What the files of the locations amount to.
///
/// @param scripts as far as they could be read; of two that claim one version the first
/// @param others whose version or description another one has already
/// @param problems by file and line
/// @param passedOver what lies among them and is not run
public record LoadedScripts(
        ScriptSet scripts, List<Script> others, List<ScriptProblem> problems, SkippedFiles passedOver) {
    public LoadedScripts {
        others = List.copyOf(others);
        problems = List.copyOf(problems);
    }

    /// @throws SlipwayException with `ScriptsInvalid` if a file is at fault
    public ScriptSet valid() {
        if (!problems.isEmpty()) {
            throw new SlipwayException(new ScriptsInvalid(problems));
        }
        return scripts;
    }
}
