package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.plan.Step;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.workbench.trace.ScriptTrace;
import java.util.List;

/// Where scripts are tried one after the other.
sealed interface TrialDatabase permits ProofDatabase, RolledBackDatabase {
    Session session();

    Step step(Script script);

    /// Why a script cannot even be read, so that the server never sees it.
    List<Finding> faults(Script script);

    void run(Step step) throws ScriptRefused;

    /// Runs it watched.
    ScriptTrace trace(Step step) throws ScriptRefused;

    /// What it would lose; afterwards everything is as before.
    List<Loss> losses(Step step) throws ScriptRefused;

    Schema schema();
}
