package dev.slipway.workbench.command;

import dev.slipway.runner.model.review.Remark;
import dev.slipway.runner.model.review.Review;
import dev.slipway.workbench.prove.ProveResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What was proved now, and the findings as errors.
final class ProveReview {
    private static final String COMMAND = "prove";
    private static final List<String> HEADINGS = List.of("revision", "description", "script", "proved");

    private ProveReview() {}

    static Review of(ProveResult result, String home, boolean check) {
        List<Remark> remarks = new ArrayList<>();
        result.findings().forEach(finding -> remarks.add(Remark.of(COMMAND, finding)));
        result.notes().forEach(note -> remarks.add(Remark.note(COMMAND, "", note)));
        return new Review(COMMAND, home, steps(result), remarks, ProveText.summary(result, check));
    }

    private static List<List<String>> steps(ProveResult result) {
        return result.proved().isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of(HEADINGS),
                                result.proved().stream()
                                        .map(line -> List.of(
                                                line.label(), line.description(), line.script(), line.summary())))
                        .toList();
    }
}
