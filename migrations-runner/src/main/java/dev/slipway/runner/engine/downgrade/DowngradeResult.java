package dev.slipway.runner.engine.downgrade;

import dev.slipway.runner.engine.proof.NotRestored;
import dev.slipway.runner.engine.proof.ProofReport;
import dev.slipway.runner.engine.step.AppliedScript;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.loss.Loss;
import java.util.List;

/// What a downgrade did.
///
/// @param from the position before
/// @param to the position after
/// @param takenBack the undo scripts that were run, in this order
/// @param notRestored those of them that were proved not to lead back
/// @param lost what the rehearsal found to be lost
/// @param milliseconds how long it took to run them all, commits and pauses included
/// @param proof how far it was held to the manifest
public record DowngradeResult(
        String database,
        List<Version> from,
        List<Version> to,
        List<AppliedScript> takenBack,
        List<NotRestored> notRestored,
        List<Loss> lost,
        long milliseconds,
        ProofReport proof) {
    public DowngradeResult {
        from = List.copyOf(from);
        to = List.copyOf(to);
        takenBack = List.copyOf(takenBack);
        notRestored = List.copyOf(notRestored);
        lost = List.copyOf(lost);
    }
}
