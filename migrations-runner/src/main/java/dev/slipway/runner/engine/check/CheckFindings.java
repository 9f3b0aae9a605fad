package dev.slipway.runner.engine.check;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes findings of what other commands would refuse.
final class CheckFindings {
    private CheckFindings() {}

    static Finding of(ScriptProblem problem, String effect) {
        return new Finding(problem.where(), problem.what(), effect, problem.help());
    }

    /// What would end an upgrade.
    ///
    /// @param details what to say of it beside its message
    static Finding of(String where, Failure failure, List<String> details) {
        return new Finding(
                where,
                Stream.concat(Stream.of(failure.message()), details.stream()).collect(Collectors.joining("; ")),
                "`upgrade` is refused with exit code %d"
                        .formatted(failure.exitCode().code()),
                failure.help());
    }
}
