package dev.slipway.systemtests.engine;

/// What a test stands on and removes afterwards: a compose project, a Pod, a database.
public interface Ground extends AutoCloseable {
    /// What the containers wrote, for the report of a failed test.
    String logs();

    @Override
    void close();
}
