package dev.slipway.runner.engine.offline;

import dev.slipway.runner.engine.proof.ScriptsUnproved;
import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.model.Direction;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.impact.Impact;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps of a run that was not made.
///
/// @param database without secrets, or null if no database was looked at
/// @param again the repeatable scripts that run again if another script drops or replaces what they made
/// @param unproved the scripts that are not as the manifest proves them, which `upgrade` and `downgrade` refuse
/// @param impacts what an upgrade is going to do to large tables of the database
public record PlanResult(
        @Nullable String database,
        Direction direction,
        List<Version> from,
        List<Version> to,
        List<PlannedStep> steps,
        List<String> again,
        List<ScriptsUnproved.Unproved> unproved,
        List<Impact> impacts) {
    public PlanResult {
        from = List.copyOf(from);
        to = List.copyOf(to);
        steps = List.copyOf(steps);
        again = List.copyOf(again);
        unproved = List.copyOf(unproved);
        impacts = List.copyOf(impacts);
    }

    /// One script with what is to be run of it, placeholders filled in.
    ///
    /// @param script its path in the location
    public record PlannedStep(
            String label,
            String description,
            String script,
            Direction direction,
            boolean transactional,
            List<PlannedStatement> statements) {
        public PlannedStep {
            statements = List.copyOf(statements);
        }
    }

    /// @param line of its first character in the script, counted from 1
    public record PlannedStatement(
            String sql, int line, @Nullable String copyData) {}

    public static PlanResult of(OfflineRun run, List<ScriptsUnproved.Unproved> unproved, List<Impact> impacts) {
        return new PlanResult(
                run.database(),
                run.direction(),
                run.from(),
                run.to(),
                run.steps().stream()
                        .map(resumable -> step(resumable, run.direction()))
                        .toList(),
                run.again().stream()
                        .map(resumable -> resumable.step().script().file().path())
                        .toList(),
                unproved,
                impacts);
    }

    private static PlannedStep step(ResumableStep resumable, Direction direction) {
        Script script = resumable.step().script();
        return new PlannedStep(
                script.label(),
                script.description(),
                script.file().path(),
                direction,
                resumable.step().transactional(),
                resumable.rest().stream().map(PlanResult::statement).toList());
    }

    private static PlannedStatement statement(Statement statement) {
        return new PlannedStatement(statement.sql(), statement.line(), statement.copyData());
    }
}
