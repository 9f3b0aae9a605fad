package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.plan.Prefix;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.HistoryMismatch;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.Mismatch;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A step with its rank in the history, and how many of its statements an earlier run has left behind committed.
public record Work(Step step, int rank, int done) {
    List<Statement> rest() {
        return step.statements().subList(done, step.statements().size());
    }

    /// Gives each step its rank.
    ///
    /// @throws SlipwayException with `HistoryMismatch` if a script was begun, and what ran of it has changed since
    public static List<Work> of(List<Step> steps, History history) {
        Map<Version, HistoryRow> versions = history.versions();
        List<Work> works = new ArrayList<>();
        int rank = history.nextRank();
        for (Step step : steps) {
            Optional<HistoryRow> begun = switch (step.script()) {
                case Script.Versioned script -> begun(versions, script.version(), HistoryRow.SQL);
                case Script.Repeatable script ->
                    history.lastRun(script.description()).filter(row -> !row.success());
                case Script.Undo script -> begun(versions, script.version(), HistoryRow.DELETE);
            };
            works.add(begun.isPresent() ? resumed(step, begun.get()) : new Work(step, rank++, 0));
        }
        return works;
    }

    private static Optional<HistoryRow> begun(Map<Version, HistoryRow> versions, Version version, String type) {
        return Optional.ofNullable(versions.get(version))
                .filter(row -> !row.success() && row.type().equals(type));
    }

    private static Work resumed(Step step, HistoryRow row) {
        int done = Prefix.length(step.statements(), Objects.requireNonNullElse(row.checksum(), 0))
                .orElseThrow(() -> new SlipwayException(new HistoryMismatch(
                        List.of(new Mismatch.Failed(step.script().label(), row.script())))));
        return new Work(step, row.rank(), done);
    }
}
