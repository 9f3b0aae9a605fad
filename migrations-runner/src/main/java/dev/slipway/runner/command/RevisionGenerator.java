package dev.slipway.runner.command;

import dev.slipway.runner.engine.revision.RevisionRequest;

/// Options of `revision` that write the SQL of new scripts.
public interface RevisionGenerator {
    /// Whether one of them is given.
    boolean isGiven();

    /// Writes the scripts.
    Report report(RevisionRequest request, GivenScripts given);
}
