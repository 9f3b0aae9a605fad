package dev.slipway.gate.micronaut;

/// What has to be done when the schema is there, before the gate opens for the first time.
@FunctionalInterface
public interface StartupTask {
    /// Runs again if it throws; several replicas may run it at the same moment.
    void prepare();
}
