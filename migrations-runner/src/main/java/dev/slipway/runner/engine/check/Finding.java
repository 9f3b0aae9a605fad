package dev.slipway.runner.engine.check;

import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One thing that is wrong.
///
/// @param where a file with its line, or a database
/// @param effect what comes of it if nothing is done
public record Finding(String where, String what, String effect, String remedy) {
    static Finding of(ScriptProblem problem, String effect) {
        return new Finding(problem.where(), problem.what(), effect, problem.help());
    }

    /// What would end an upgrade.
    static Finding of(String where, Failure failure) {
        String what = Stream.concat(
                        Stream.of(failure.message()), failure.details().stream().flatMap(String::lines))
                .collect(Collectors.joining("; "));
        String effect = "`upgrade` is refused with exit code %d"
                .formatted(failure.exitCode().code());
        return new Finding(where, what, effect, failure.help());
    }
}
