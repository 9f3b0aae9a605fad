package dev.slipway.runner.engine.batch;

/// When the batches of scripts run.
///
/// @param later whether scripts are only recorded, and their batches left to another run
/// @param budget what the batches share
public record BatchPolicy(boolean later, BatchBudget budget) {
    /// Batches run where their script stands, beside no others.
    public static BatchPolicy alone() {
        return new BatchPolicy(false, new BatchBudget());
    }
}
