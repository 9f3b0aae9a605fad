package dev.slipway.runner.engine.upgrade;

import dev.slipway.runner.engine.history.DatabaseState;
import dev.slipway.runner.engine.plan.Pending;
import dev.slipway.runner.engine.plan.Planner;
import dev.slipway.runner.engine.proof.ProofReport;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.event.Event;
import dev.slipway.runner.model.event.Progress;
import dev.slipway.runner.model.history.History;
import java.util.List;
import java.util.Optional;

/// An upgrade with nothing to do: its history alone tells what comes of it.
///
/// @param database for people
public record SettledUpgrade(UpgradeRequest request, String database, Progress progress) {
    /// The result, or nothing if something is to do: drift that is to be recorded as accepted is.
    ///
    /// @throws dev.slipway.runner.model.failure.SlipwayException if the upgrade is refused
    public Optional<UpgradeResult> of(History history) {
        if (request.proof().acceptDrift()) {
            return Optional.empty();
        }
        Pending pending = new Planner(request.graph(), request.placeholders())
                .pending(history, request.target(), request.outOfOrder());
        return pending.isEmpty() ? Optional.of(result(history, pending, nothingCompared())) : Optional.empty();
    }

    UpgradeResult result(History history, Pending pending, ProofReport proof) {
        List<Version> position = new DatabaseState(request.graph(), history).position();
        return new UpgradeResult(database, position, position, pending.ahead(), List.of(), List.of(), 0, proof);
    }

    ProofReport nothingCompared() {
        List<String> reworded = request.graph().formerTexts().met();
        reworded.forEach(script -> progress.report(new Event.Reworded(script)));
        return ProofReport.nothing(reworded);
    }
}
