package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.history.HistoryMismatch;
import dev.slipway.runner.engine.plan.ResumePoint;
import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.history.BegunRow;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.history.Mismatch;
import dev.slipway.runner.model.history.NewRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.sql.PlainSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A step with its rank in the history.
///
/// @param done how many of its statements an earlier run has left behind committed
/// @param more rows to write with its own
/// @param begun what that run has left of its row, or null if there is none
/// @param stood what stood before that run began the next statement, if it did
public record ResumableStep(
        Step step,
        int rank,
        int done,
        List<NewRow> more,
        @Nullable BegunRow begun,
        OptionalInt stood) {
    private static final Pattern SETTING = Pattern.compile("(?:SET|RESET)\\b");
    private static final Pattern TEMPORARY = Pattern.compile(
            "CREATE (OR REPLACE )?((GLOBAL|LOCAL) )?TEMP(ORARY)?\\b.*|PREPARE (?!TRANSACTION\\b).*|DECLARE .* WITH"
                    + " HOLD\\b.*");
    private static final int ENOUGH = 10;
    private static final int MORE = 200;

    /// Whether an earlier run has left all of the script, and not recorded it.
    public boolean isComplete() {
        return begun != null && done == step.statements().size();
    }

    public List<Statement> rest() {
        return step.statements().subList(done, step.statements().size());
    }

    /// What an earlier run did for its session only, so that it has to be done again.
    public List<Statement> settings() {
        return step.statements().subList(0, done).stream()
                .filter(statement ->
                        SETTING.matcher(PlainSql.of(statement.sql(), ENOUGH)).lookingAt())
                .toList();
    }

    /// Whether an earlier run made what ended with its session: temporary tables, prepared statements, cursors.
    boolean madeTemporary() {
        return step.statements().subList(0, done).stream()
                .anyMatch(statement ->
                        TEMPORARY.matcher(PlainSql.of(statement.sql(), MORE)).matches());
    }

    /// The rows to write when the step is done, its own first.
    List<NewRow> rows() {
        return Stream.concat(Stream.of(NewRow.of(rank, step.script(), step.checksum())), more.stream())
                .toList();
    }

    /// Gives each step on the way down its rank, in the order in which the rows are written. The first makes all
    /// repeatable scripts pending again: what they created may go with what is taken back, and nobody would make
    /// it again.
    ///
    /// @throws SlipwayException with `HistoryMismatch` if a script was begun, and what ran of it has changed since
    public static List<ResumableStep> down(List<Step> steps, History history) {
        ResumableStep first = of(steps.subList(0, 1), history).getFirst();
        List<NewRow> more = new ArrayList<>();
        int rank = history.nextRank() + (first.begun == null ? 1 : 0);
        for (HistoryRow row : history.repeatables()) {
            more.add(NewRow.takingBack(rank++, row));
        }
        List<ResumableStep> resumables = new ArrayList<>();
        resumables.add(new ResumableStep(first.step, first.rank, first.done, more, first.begun, first.stood));
        resumables.addAll(of(steps.subList(1, steps.size()), history, rank));
        return resumables;
    }

    /// Gives each step its rank.
    ///
    /// @throws SlipwayException with `HistoryMismatch` if a script was begun, and what ran of it has changed since
    public static List<ResumableStep> of(List<Step> steps, History history) {
        return of(steps, history, history.nextRank());
    }

    private static List<ResumableStep> of(List<Step> steps, History history, int next) {
        Map<Version, HistoryRow> versions = history.versions();
        List<ResumableStep> resumables = new ArrayList<>();
        int rank = next;
        for (Step step : steps) {
            Optional<HistoryRow> begun = switch (step.script()) {
                case Script.Versioned script -> begun(versions, script.version(), HistoryRow.SQL);
                case Script.Baseline script -> begun(versions, script.version(), HistoryRow.SQL_BASELINE);
                case Script.Repeatable script ->
                    history.lastRun(script.description()).filter(row -> !row.success());
                case Script.Undo script -> begun(versions, script.version(), HistoryRow.DELETE);
            };
            resumables.add(
                    begun.isPresent()
                            ? resumed(step, begun.get())
                            : new ResumableStep(step, rank++, 0, List.of(), null, OptionalInt.empty()));
        }
        return resumables;
    }

    private static Optional<HistoryRow> begun(Map<Version, HistoryRow> versions, Version version, String type) {
        return Optional.ofNullable(versions.get(version))
                .filter(row -> !row.success() && row.type().equals(type));
    }

    private static ResumableStep resumed(Step step, HistoryRow row) {
        ResumePoint prefix = ResumePoint.of(step.statements(), Objects.requireNonNullElse(row.checksum(), 0))
                .orElseThrow(() -> new SlipwayException(new HistoryMismatch(
                        List.of(new Mismatch.Failed(step.script().label(), row.script())))));
        return new ResumableStep(step, row.rank(), prefix.done(), List.of(), BegunRow.of(row), prefix.stood());
    }
}
