package dev.slipway.workbench.prove;

import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import dev.slipway.workbench.trace.ScriptTrace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is tried of a revision beside the run that stays: once more, with rows, and after repeatable scripts. It is
/// tried in transactions that are rolled back, or, if these do not tell, on a copy of the database.
record ThrowawayRuns(ProveRequest request, RevisionTrial tried) {
    /// What was seen.
    ///
    /// @param trace of the script, if it was watched
    /// @param made the schema after another run of the script, or null if there was none
    record Seen(@Nullable ScriptTrace trace, @Nullable Schema made, Evidence deployed, RowRun rows) {
        /// @param back whether the undo script leads back; else what it does to rows is of no interest
        Evidence evidence(boolean back) {
            return deployed.and(back ? rows.evidence() : rows.up());
        }
    }

    /// @param trial a database at the parents, which is as before afterwards
    /// @return nothing if only a copy can tell
    Optional<Seen> aside(ProofDatabase trial) {
        Script.Undo undo = tried.undo();
        boolean certain = isCertain(trial, tried.script()) && (undo == null || isCertain(trial, undo));
        return certain ? traced(trial).flatMap(traced -> aside(trial, traced)) : Optional.empty();
    }

    /// Of one database a script that asks for its name makes the same in each run.
    private static boolean isCertain(ProofDatabase trial, Script script) {
        return trial.step(script).transactional()
                && !ServerCircumstances.asksForDatabase(script.file().text());
    }

    private record Traced(ScriptTrace trace, Schema made) {}

    private Optional<Traced> traced(ProofDatabase trial) {
        return trial.aside(beside -> new Traced(beside.trace(beside.step(tried.script())), beside.schema()));
    }

    private Optional<Seen> aside(ProofDatabase trial, Traced traced) {
        if (tried.taken()) {
            return Optional.of(new Seen(traced.trace(), traced.made(), Evidence.NONE, RowRun.NONE));
        }
        RowProof rows = new RowProof(tried, trial.schema(), traced.made(), traced.trace(), false);
        Optional<RowRun> filled = rows.isNeeded() ? trial.aside(rows::run) : Optional.of(RowRun.NONE);
        Optional<Evidence> deployed = hasRepeatables()
                ? trial.aside(new DeployedProof(request.graph(), tried)::run)
                : Optional.of(Evidence.NONE);
        Evidence owned = owned(trial, traced);
        return filled.flatMap(
                run -> deployed.map(evidence -> new Seen(traced.trace(), traced.made(), evidence.and(owned), run)));
    }

    private Evidence owned(ProofDatabase trial, Traced traced) {
        OwnerProof proof = OwnerProof.of(tried, trial.session(), RowProof.touched(traced.trace()));
        return proof.isNeeded() ? trial.aside(proof::run).orElse(Evidence.NONE) : Evidence.NONE;
    }

    /// @param other a copy of the database before the revision
    /// @param seen what was seen of the revision without rows
    Seen onCopy(ProofDatabase other, RevisionRun seen) throws ScriptRefused {
        RevisionTrial working = tried.working(seen);
        Evidence deployed = hasRepeatables() && !tried.taken() ? deployed(working, other) : Evidence.NONE;
        RowProof proof = new RowProof(working, seen.before(), seen.after(), seen.trace(), seen.isUnsure());
        if (proof.isNeeded() && !tried.taken()) {
            RowRun rows = proof.run(other);
            return new Seen(null, rows.made(), deployed, rows);
        }
        return new Seen(null, seen.isUnsure() ? once(other) : null, deployed, RowRun.NONE);
    }

    private boolean hasRepeatables() {
        return !request.graph().scripts().repeatable().isEmpty();
    }

    private Evidence deployed(RevisionTrial working, ProofDatabase other) throws ScriptRefused {
        try (ProofDatabase deployed = other.copy()) {
            return new DeployedProof(request.graph(), working).run(deployed);
        }
    }

    private @Nullable Schema once(ProofDatabase other) {
        try {
            other.run(other.step(tried.script()));
            return other.schema();
        } catch (ScriptRefused _) {
            return null;
        }
    }
}
