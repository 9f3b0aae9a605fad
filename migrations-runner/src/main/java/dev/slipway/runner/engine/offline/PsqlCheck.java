package dev.slipway.runner.engine.offline;

import dev.slipway.runner.engine.script.ScriptsInvalid;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.SourcePlace;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptProblem;
import dev.slipway.runner.model.script.Statement;
import java.util.ArrayList;
import java.util.List;

/// Finds what `psql` would not run as the runner does.
final class PsqlCheck {
    private PsqlCheck() {}

    /// @throws SlipwayException with `ScriptsInvalid`, naming all faults of all scripts
    static void check(OfflineRun run) {
        List<ScriptProblem> problems = new ArrayList<>();
        for (ResumableStep resumable : run.steps()) {
            Script script = resumable.step().script();
            if (resumable.begun() != null && resumable.step().inBatches().isPresent()) {
                problems.add(problem(
                        script,
                        resumable.step().statements().getFirst(),
                        "batches of this script are done already, and psql would do their rows again",
                        "run `upgrade` until it is complete, and make the script for psql then"));
            }
            for (Statement statement : resumable.rest()) {
                if (!run.connected() && script instanceof Script.Repeatable && statement.copyData() != null) {
                    problems.add(problem(
                            script,
                            statement,
                            "psql cannot pass over the data of a COPY when the script has not changed",
                            "use INSERT, or make the script with a database"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new SlipwayException(new ScriptsInvalid(problems));
        }
    }

    private static ScriptProblem problem(Script script, Statement statement, String what, String help) {
        return new ScriptProblem(
                script.file().origin(),
                SourcePlace.of(script.file(), statement, 0).line(),
                what,
                help);
    }
}
