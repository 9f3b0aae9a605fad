package dev.slipway.runner.command;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.failure.SlipwayException;
import java.util.List;

/// Options of `check` that compare scripts with entities.
public interface EntityCheck {
    /// Whether there are entities to compare.
    ///
    /// @throws SlipwayException with a usage failure if they are named and cannot be compared
    boolean isGiven();

    /// How what the scripts give differs from what the entities need.
    List<Finding> findings(RevisionGraph graph, GivenScripts given, ConnectionOptions connection);
}
