package dev.slipway.workbench.command;

import dev.slipway.runner.model.Plural;
import dev.slipway.workbench.prove.ProveResult;
import java.util.ArrayList;
import java.util.List;

/// The findings, and a line that counts what was proved.
final class ProveText {
    private ProveText() {}

    /// @param check whether the manifest was to stay as it is
    static String of(ProveResult result, boolean check) {
        List<String> lines = new ArrayList<>();
        result.notes().forEach(note -> lines.add("note: " + note));
        result.findings().forEach(finding -> lines.add(finding.text()));
        lines.add(summary(result, check));
        return String.join("\n", lines);
    }

    private static String taken(ProveResult result) {
        return result.taken() == 0
                ? ""
                : " (%d taken as %s)".formatted(result.taken(), Plural.word(result.taken(), "it is", "they are"));
    }

    private static String former(ProveResult result) {
        return result.former() == 0
                ? ""
                : " of the new scripts (%d of older ones, which `prove` tells)".formatted(result.former());
    }

    static String summary(ProveResult result, boolean check) {
        int found = result.findings().size();
        int proved = result.proved().size();
        String manifest = check
                ? "%s was compared".formatted(result.manifest())
                : "%s %s".formatted(result.manifest(), result.written() ? "is written" : "stays as it is");
        return "%s%s: %s, %s proved now; %s"
                .formatted(
                        found == 0 ? "no problems" : Plural.of(found, "problem"),
                        former(result),
                        Plural.of(result.revisions(), "revision") + taken(result),
                        Plural.of(proved, "script"),
                        manifest);
    }
}
