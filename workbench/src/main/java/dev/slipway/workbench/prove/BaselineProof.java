package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import java.util.List;

/// Runs a baseline script on an empty database: it has to leave the schema of the revision it stands for.
record BaselineProof(ScratchPool pool, Script.Baseline script) {
    private static final String EFFECT = "a new database, which begins with it, differs from all others";

    /// @param wanted the schema of the revision
    List<Finding> differences(Schema wanted, Version revision) {
        try {
            return pool.attempt(() -> tried(wanted, revision));
        } catch (ScriptRefused e) {
            return List.of(e.rejected().finding());
        }
    }

    private List<Finding> tried(Schema wanted, Version revision) throws ScriptRefused {
        try (ProofDatabase trial = pool.empty()) {
            List<Finding> faults = trial.faults(script);
            if (!faults.isEmpty()) {
                return faults;
            }
            trial.run(trial.step(script));
            return SchemaDifferences.between(
                            wanted, trial.schema(), "at revision %s".formatted(revision), "after the baseline script")
                    .findings(
                            script.file().origin(),
                            EFFECT,
                            "let it make what the scripts up to %s leave".formatted(script.version()));
        }
    }
}
