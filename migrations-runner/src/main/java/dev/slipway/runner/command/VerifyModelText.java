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
        List<String> compared = new ArrayList<>();
        if (result.tables() > 0) {
            compared.add(Plural.of(result.tables(), "table"));
            compared.add(Plural.of(result.columns(), "column"));
        }
        if (result.bridges() > 0) {
            compared.add(Plural.of(result.bridges(), "bridge"));
        }
        compared.add(Plural.of(result.divergingRows(), "diverging row"));
        return "%s: %s".formatted(verdict(result), String.join(", ", compared));
    }

    private static String verdict(VerifyResult result) {
        String verdict;
        if (result.tables() == 0) {
            verdict = "no model to compare";
        } else {
            verdict = result.findings().isEmpty() ? "the model fits" : "the model does not fit";
        }
        return result.findings().isEmpty()
                ? verdict
                : verdict + ", " + Plural.of(result.findings().size(), "finding");
    }
}
