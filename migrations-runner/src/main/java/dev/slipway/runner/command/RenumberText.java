package dev.slipway.runner.command;

import dev.slipway.runner.engine.revision.RenumberResult;
import dev.slipway.runner.model.Version;
import java.util.ArrayList;
import java.util.List;

/// Names the files that have other names, and says what is left to do.
final class RenumberText {
    private RenumberText() {}

    static String of(RenumberResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("revision %s (%s) is %s now, and %s"
                .formatted(
                        result.from(),
                        result.description(),
                        result.version(),
                        result.parents().isEmpty()
                                ? "builds on nothing"
                                : "revises " + Version.list(result.parents())));
        result.renamed().forEach(file -> lines.add("  %s is %s now".formatted(file.from(), file.to())));
        result.rewritten().forEach(child -> lines.add("  %s revises %s now".formatted(child, result.version())));
        List<Version> proved = result.proved();
        if (proved != null) {
            lines.add(manifest(result, proved));
        }
        lines.add(
                result.database() == null
                        ? "no database was asked: where %s was applied already, `upgrade` will be refused"
                                .formatted(result.from())
                        : "it is not applied: " + result.database());
        if (result.heads().size() > 1) {
            lines.add("there are %d heads: %s; join them with `merge`"
                    .formatted(result.heads().size(), Version.list(result.heads())));
        }
        return String.join("\n", lines);
    }

    private static String manifest(RenumberResult result, List<Version> proved) {
        return "  manifest.json knows it as %s%s"
                .formatted(
                        result.version(),
                        proved.equals(result.parents())
                                ? ""
                                : ", proved on %s: run `prove`"
                                        .formatted(proved.isEmpty() ? "nothing" : Version.list(proved)));
    }
}
