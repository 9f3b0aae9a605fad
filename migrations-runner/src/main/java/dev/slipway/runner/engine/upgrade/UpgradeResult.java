package dev.slipway.runner.engine.upgrade;

import dev.slipway.runner.engine.proof.ProofReport;
import dev.slipway.runner.engine.step.AppliedScript;
import dev.slipway.runner.engine.step.RepeatAgain;
import dev.slipway.runner.model.Version;
import java.util.List;

/// What an upgrade did.
///
/// @param database without secrets
/// @param from the position before: the revisions nothing else that is applied builds on
/// @param to the position after
/// @param ahead the revisions of newer scripts that the database has beside these; they only expand the schema
/// @param again repeatable scripts that did not change and had to run again, or have to with the next upgrade to the
/// head
/// @param milliseconds how long it took to apply them all, commits and pauses included
/// @param proof how far it was held to the manifest
public record UpgradeResult(
        String database,
        List<Version> from,
        List<Version> to,
        List<Version> ahead,
        List<AppliedScript> applied,
        List<RepeatAgain> again,
        long milliseconds,
        ProofReport proof) {
    public UpgradeResult {
        from = List.copyOf(from);
        to = List.copyOf(to);
        ahead = List.copyOf(ahead);
        applied = List.copyOf(applied);
        again = List.copyOf(again);
    }
}
