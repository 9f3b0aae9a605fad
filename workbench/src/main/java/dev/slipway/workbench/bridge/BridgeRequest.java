package dev.slipway.workbench.bridge;

import dev.slipway.runner.engine.upgrade.ScratchUpgrade;
import dev.slipway.runner.sql.Bridge;
import java.util.List;

/// Which columns of one table are to be kept equal, or need not be any more.
///
/// @param ground the revision that new ones build on
/// @param bridges at least one
/// @param drop whether they go, each with its left column
public record BridgeRequest(ScratchUpgrade ground, List<Bridge> bridges, boolean drop) {
    public BridgeRequest {
        bridges = List.copyOf(bridges);
    }
}
