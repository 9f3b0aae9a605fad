package dev.slipway.runner.engine.check;

import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.script.ScriptProblem;

/// One thing that is wrong.
///
/// @param where a file with its line, or a database
/// @param effect what comes of it if nothing is done
public record Finding(String where, String what, String effect, String remedy) {
    static Finding of(ScriptProblem problem, String effect) {
        return new Finding(problem.where(), problem.what(), effect, problem.help());
    }

    /// What would end an upgrade.
    ///
    /// @param details what to say of it beside its message
    static Finding of(String where, Failure failure, String details) {
        return new Finding(
                where,
                failure.message() + "; " + details,
                "`upgrade` is refused with exit code %d"
                        .formatted(failure.exitCode().code()),
                failure.help());
    }
}
