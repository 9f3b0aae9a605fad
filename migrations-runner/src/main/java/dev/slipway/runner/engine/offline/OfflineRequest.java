package dev.slipway.runner.engine.offline;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.model.Direction;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a script for `psql` is asked to do.
///
/// @param direction up or down, or null for whichever way leads to the target
/// @param schema the one that was named to work in, or null
/// @param made the schemas that are made before the history if they are missing, besides its own
/// @param lockTimeout how long a statement may wait for a lock before its script is rolled back
/// @param ownerRole the role to act as after signing in, or null for the user who runs the script
/// @param outOfOrder whether scripts below the position may be applied late
public record OfflineRequest(
        RevisionGraph graph,
        Target target,
        @Nullable Direction direction,
        @Nullable String schema,
        List<String> made,
        String historyTable,
        Placeholders placeholders,
        Duration lockTimeout,
        @Nullable String ownerRole,
        boolean outOfOrder) {}
