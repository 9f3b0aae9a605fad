package dev.slipway.workbench.command;

import dev.slipway.runner.command.WrittenText;
import dev.slipway.workbench.autogenerate.AutogenerateResult;
import dev.slipway.workbench.prove.ProveResult;
import java.util.ArrayList;
import java.util.List;

/// What the model asks for, the files that were written for it, and what to do next.
final class AutogenerateText {
    private AutogenerateText() {}

    static String of(AutogenerateResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(
                result.differences().isEmpty()
                        ? "no changes detected"
                        : "the scripts do not give what the entities ask for:");
        result.differences().forEach(difference -> lines.add("  " + difference));
        lines.addAll(result.stays());
        result.revisions().forEach(revision -> lines.addAll(WrittenText.files(revision)));
        result.findings().forEach(finding -> lines.add(finding.text().stripTrailing()));
        ProveResult proof = result.proof();
        if (proof != null) {
            lines.add(ProveText.of(proof, false));
        }
        lines.addAll(result.allowed());
        if (!result.open().isEmpty()) {
            lines.add("next: choose a value in %s, then run `prove`; until then every command refuses it"
                    .formatted(String.join(", ", result.open())));
        } else if (!result.revisions().isEmpty()) {
            lines.add("next: read the scripts, and run `upgrade`");
        }
        return String.join("\n", lines);
    }
}
