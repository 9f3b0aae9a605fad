package dev.slipway.runner.cli;

import dev.slipway.runner.engine.script.ScriptsInvalid;
import dev.slipway.runner.model.KindName;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.failure.SourcePlace;
import dev.slipway.runner.model.review.Remark;
import dev.slipway.runner.model.review.Remark.Level;
import dev.slipway.runner.model.review.Review;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A run that ended otherwise than well, as remarks on what is to be mended.
final class FailureReview {
    private FailureReview() {}

    static Review of(Failure failure, String command) {
        return new Review(command, "", List.of(), remarks(failure), "error: " + failure.message());
    }

    private static List<Remark> remarks(Failure failure) {
        String rule = KindName.of(failure);
        if (failure instanceof ScriptsInvalid invalid) {
            return invalid.problems().stream()
                    .map(problem -> new Remark(
                            Level.ERROR, rule, problem.where(), problem.what(), failure.state(), problem.help()))
                    .toList();
        }
        SourcePlace place = failure instanceof ScriptFailed failed ? failed.place() : null;
        String what = Stream.concat(Stream.of(failure.message()), failure.details().stream())
                .collect(Collectors.joining("\n"));
        String where = place == null ? "" : "%s:%d".formatted(place.origin(), place.line());
        return List.of(new Remark(Level.ERROR, rule, where, what, failure.state(), failure.help()));
    }
}
