package dev.slipway.runner.command;

import dev.slipway.runner.engine.proof.ProofReport;

/// What of a run was not compared with what was proved.
final class ProofText {
    private ProofText() {}

    /// The text of a run, with one line more if something was not compared.
    ///
    /// @param verbose whether it says so too where there is no manifest
    static String of(String text, ProofReport proof, boolean verbose) {
        String why = proof.notCompared();
        return why == null || (why.equals(ProofReport.NO_MANIFEST) && !verbose) ? text : text + "\n" + why;
    }
}
