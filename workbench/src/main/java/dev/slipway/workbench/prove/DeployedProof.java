package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.script.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs one revision up and down where repeatable scripts ran before it, as on every deployed database; on an empty one
/// they come last.
///
/// @param tried with its undo script if that works
record DeployedProof(RevisionGraph graph, RevisionTrial tried) {
    private static final String UP = "an upgrade fails where repeatable scripts ran before it";
    private static final String DOWN = "a downgrade fails where repeatable scripts ran before it";
    private static final String REMEDY =
            "let the script drop first what is in its way: `upgrade` runs the repeatable script again in the same run";

    /// @param trial a database at the parents of the revision
    Evidence run(TrialDatabase trial) throws ScriptRefused {
        Script.Revision script = tried.script();
        Evidence notes = Evidence.ofNotes(
                graph.parents(script.version()).isEmpty()
                        ? List.of()
                        : repeat(trial).stream()
                                .map(repeatable -> "%s was tried without %s, which cannot run before it"
                                        .formatted(
                                                script.label(),
                                                repeatable.file().path()))
                                .toList());
        Optional<Finding> refusal = refused(trial, script, UP);
        if (refusal.isEmpty() && tried.undo() != null) {
            repeat(trial);
            refusal = refused(trial, tried.undo(), DOWN);
        }
        return notes.and(Evidence.ofFindings(refusal.stream().toList()));
    }

    /// Runs what can be read and can run at this point; the rest needs what a later revision brings.
    ///
    /// @return the rest
    private List<Script.Repeatable> repeat(TrialDatabase trial) {
        List<Script.Repeatable> rest = new ArrayList<>();
        for (Script.Repeatable repeatable : graph.scripts().repeatable()) {
            try {
                if (trial.faults(repeatable).isEmpty()) {
                    trial.run(trial.step(repeatable));
                }
            } catch (ScriptRefused _) {
                rest.add(repeatable);
            }
        }
        return rest;
    }

    private static Optional<Finding> refused(TrialDatabase trial, Script script, String effect) throws ScriptRefused {
        try {
            trial.run(trial.step(script));
            return Optional.empty();
        } catch (ScriptRefused e) {
            String detail = e.refusal().error().detail();
            return Optional.of(e.blamed()
                    .rejected()
                    .finding(detail.isEmpty() ? effect : "%s: %s".formatted(effect, detail), REMEDY));
        }
    }
}
