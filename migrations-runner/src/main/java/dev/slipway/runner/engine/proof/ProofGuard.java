package dev.slipway.runner.engine.proof;

import dev.slipway.runner.engine.step.ResumableStep;
import dev.slipway.runner.engine.step.StepGuard;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.RunProgress;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ChangingSchema;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.StatementFailed;
import dev.slipway.runner.postgres.history.FingerprintKeeper;
import dev.slipway.runner.postgres.schema.SchemaWatch;
import java.util.List;
import java.util.NavigableSet;

/// Lets a script count as run only if it did what was proved, and keeps the fingerprint of its result.
final class ProofGuard implements StepGuard {
    private final SchemaWatch watch;
    private final FingerprintKeeper keeper;
    private final ResultCheck expectations;
    private final AcceptedDifferences acceptance;
    private final NavigableSet<Version> applied;
    private final ChangingSchema schema;
    private List<Change> changed = List.of();

    /// @param applied the revisions of the database before the first script
    ProofGuard(
            SchemaWatch watch,
            FingerprintKeeper keeper,
            ResultCheck expectations,
            AcceptedDifferences acceptance,
            NavigableSet<Version> applied) {
        this.watch = watch;
        this.keeper = keeper;
        this.expectations = expectations;
        this.acceptance = acceptance;
        this.schema = ChangingSchema.of(watch.schema());
        this.applied = applied;
    }

    @Override
    public void verify(ResumableStep resumable, RunProgress progressed) throws StatementFailed {
        changed = StatementFailed.looking(
                () -> resumable.step().transactional() ? watch.changes() : watch.committedChanges());
        List<SchemaDifference> broken = expectations.broken(resumable, applied, schema, changed);
        Script script = resumable.step().script();
        if (!broken.isEmpty() && !acceptance.takes(script.file().fileName(), broken)) {
            throw new SlipwayException(
                    new ResultUnproved(script.file().fileName(), script.label(), broken, progressed, rest(resumable)));
        }
        expectations
                .comparison()
                .accept(broken.stream().map(SchemaDifference::key).toList());
    }

    @Override
    public String statements(ResumableStep resumable) {
        return keeper.statements(
                resumable.rank(),
                schema.fingerprintAfter(changed),
                expectations.comparison().accepted(() -> schema.schema().with(changed)));
    }

    private static ScriptFailed.Rest rest(ResumableStep resumable) {
        int statements = resumable.step().statements().size();
        return resumable.step().transactional()
                ? new ScriptFailed.Rest.RolledBack()
                : new ScriptFailed.Rest.Begun(statements, statements, "");
    }

    @Override
    public void passed(ResumableStep resumable) {
        watch.accept();
        schema.apply(changed);
        changed = List.of();
        switch (resumable.step().script()) {
            case Script.Revision script -> applied.addAll(expectations.graph().reached(script));
            case Script.Undo script -> applied.remove(script.version());
            case Script.Repeatable script -> {}
        }
    }
}
