package dev.slipway.runner.command;

import dev.slipway.runner.engine.verify.VerifyResult;
import dev.slipway.runner.model.Plural;
import java.util.ArrayList;
import java.util.List;

/// The findings, and a line that counts what was compared.
final class VerifyModelText {
    private VerifyModelText() {}

    static String of(VerifyResult result) {
        List<String> lines = new ArrayList<>();
        result.findings().forEach(finding -> lines.add(finding.text()));
        result.notes().forEach(note -> lines.add("note: " + note));
        lines.add(summary(result));
        return String.join("\n", lines);
    }

    private static String summary(VerifyResult result) {
        int found = result.findings().size();
        return "%s: %s, %s, %s%s"
                .formatted(
                        found == 0 ? "the model fits" : "the model does not fit, " + Plural.of(found, "finding"),
                        Plural.of(result.tables(), "table"),
                        Plural.of(result.columns(), "column"),
                        result.bridges() == 0 ? "" : Plural.of(result.bridges(), "bridge") + ", ",
                        Plural.of(result.divergingRows(), "diverging row"));
    }
}
