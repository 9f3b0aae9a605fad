package dev.slipway.runner.command;

import dev.slipway.runner.engine.step.ProofReport;

/// What of a run was not compared with what was proved.
final class ProofText {
    private ProofText() {}

    /// The text of a run, with one line more if something was not compared.
    static String of(String text, ProofReport proof) {
        return proof.notCompared() == null ? text : text + "\n" + proof.notCompared();
    }
}
