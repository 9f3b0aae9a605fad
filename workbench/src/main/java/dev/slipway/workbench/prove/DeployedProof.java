package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.ScriptFailed;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.apply.StatementFailed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs one revision up and down where repeatable scripts ran before it, as on every deployed database; on an empty one
/// they come last.
final class DeployedProof {
    private static final String REMEDY =
            "let the script drop first what is in its way: `upgrade` runs the repeatable script again in the same run";

    private final ScratchPool positions;
    private final Script.Revision script;
    private final Script.@Nullable Undo undo;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    /// @param tried with its undo script if that works
    DeployedProof(ScratchPool positions, RevisionTrial tried) {
        this.positions = positions;
        this.script = tried.script();
        this.undo = tried.undo();
    }

    /// @param trial a database at the parents of the revision
    List<Finding> run(ProofDatabase trial) {
        if (!positions.graph().parents(script.version()).isEmpty()) {
            repeat(trial)
                    .forEach(repeatable -> notes.add("%s was tried without %s, which cannot run before it"
                            .formatted(script.label(), repeatable.file().path())));
        }
        boolean up = succeeds(trial, script, "an upgrade fails where repeatable scripts ran before it");
        if (up && undo != null) {
            repeat(trial);
            succeeds(trial, undo, "a downgrade fails where repeatable scripts ran before it");
        }
        return findings;
    }

    Set<String> notes() {
        return notes;
    }

    /// Runs what can run at this point; the rest needs what a later revision brings.
    ///
    /// @return the rest
    private List<Script.Repeatable> repeat(ProofDatabase trial) {
        List<Script.Repeatable> rest = new ArrayList<>();
        for (Script.Repeatable repeatable : positions.graph().scripts().repeatable()) {
            Step step = trial.step(repeatable);
            try {
                trial.run(step);
            } catch (StatementFailed e) {
                RejectedScript.of(positions.failed(step, e));
                rest.add(repeatable);
            }
        }
        return rest;
    }

    private boolean succeeds(ProofDatabase trial, Script tried, String effect) {
        Step step = trial.step(tried);
        try {
            trial.run(step);
            return true;
        } catch (StatementFailed e) {
            ScriptFailed failure = RejectedScript.of(positions.failed(step, e)).failure();
            String detail = failure.error().detail();
            findings.add(new RejectedScript(failure)
                    .finding(detail.isEmpty() ? effect : "%s: %s".formatted(effect, detail), REMEDY));
            return false;
        }
    }
}
