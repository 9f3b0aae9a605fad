package dev.slipway.runner.command;

import dev.slipway.runner.engine.inspect.RevisionSummary;
import dev.slipway.runner.engine.status.CurrentResult;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.Version;
import java.util.List;

/// Where a database is, for people.
public final class CurrentText {
    private final List<RevisionSummary> details;
    private final boolean checkHeads;
    private final boolean verbose;

    /// @param details the revisions to say more of
    CurrentText(List<RevisionSummary> details, boolean checkHeads, boolean verbose) {
        this.verbose = verbose;
        this.details = List.copyOf(details);
        this.checkHeads = checkHeads;
    }

    /// The same words for all databases of which the same is to be said.
    public static String outcome(CurrentResult result) {
        return place(result) + (result.refusal() == null ? "" : "; an upgrade would be refused");
    }

    String of(CurrentResult result) {
        StringBuilder text = new StringBuilder(result.database()).append(' ').append(place(result));
        if (result.baseline() != null) {
            text.append("\n  the baseline %s stands for all revisions up to it".formatted(result.baseline()));
        }
        if (!result.begun().isEmpty()) {
            text.append("\n  %s did not come to %s end: `check` tells how far"
                    .formatted(
                            Version.list(result.begun()),
                            Plural.word(result.begun().size(), "its", "their")));
        }
        result.batches().forEach(batch -> text.append("\n  ").append(batch.text()));
        if (!details.isEmpty()) {
            text.append('\n')
                    .append(new RevisionText(true).list(details).indent(2).stripTrailing());
        }
        if (verbose && result.fingerprint() != null) {
            text.append("\n  fingerprint of the schema as the last run left it: ")
                    .append(result.fingerprint());
        }
        if (checkHeads && !result.behind().isEmpty()) {
            text.append("\nnot at every head: it lacks %s".formatted(Version.list(result.behind())));
        }
        return text.append(RefusalText.of(result.refusal())).toString();
    }

    private static String place(CurrentResult result) {
        if (!result.managed()) {
            return result.tables()
                    ? "has tables but no history: `adopt` finds out which revision they are"
                    : "has no history: nothing was applied yet";
        }
        if (!result.ahead().isEmpty()) {
            return PositionText.of(result.position(), result.ahead());
        }
        String heads = result.heads().size() > 1 ? "heads" : "head";
        return "%s (%s)"
                .formatted(
                        PositionText.of(result.position()),
                        result.pending() == 0 ? heads : "%d pending".formatted(result.pending()));
    }
}
