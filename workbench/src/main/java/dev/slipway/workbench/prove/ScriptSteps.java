package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.engine.plan.StepReader;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptNote;
import java.util.List;

/// Splits scripts into statements, with the placeholders of a scratch database.
record ScriptSteps(Placeholders placeholders) {
    Step of(Script script) {
        return StepReader.read(List.of(script), placeholders).getFirst();
    }

    /// Why a script cannot even be read, so that the server never sees it.
    List<Finding> faults(Script script) {
        return StepReader.inspect(List.of(script), placeholders).problems().stream()
                .map(problem -> new Finding(
                        problem.where(),
                        "it cannot be read: " + problem.what(),
                        "no database gets past it, and what builds on it is not proved",
                        problem.help()))
                .toList();
    }

    /// What is worth knowing of how a script runs: that it has transactions of its own.
    List<String> notes(Script script) {
        return StepReader.inspect(List.of(script), placeholders).notes().stream()
                .filter(note -> note.line() > 0)
                .map(ScriptNote::text)
                .toList();
    }
}
