package dev.slipway.runner.engine.bridge;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.postgres.bridge.LiveBridge;
import dev.slipway.runner.sql.Bridge;
import java.util.ArrayList;
import java.util.List;

/// Whether the triggers of a bridge are there and fire.
public final class BridgeCheck {
    private static final String APART = "what one version of the service writes does not reach the column of the other";

    private BridgeCheck() {}

    /// @param where the findings are told to be
    public static List<Finding> findings(String where, Bridge bridge, LiveBridge live) {
        List<Finding> findings = new ArrayList<>();
        if (!live.isWhole()) {
            findings.add(new Finding(
                    where,
                    "bridge %s: a trigger that runs %s is gone".formatted(bridge.text(), live.function()),
                    APART,
                    "create it as its script does; rows written meanwhile may diverge: run `verify-model` again"));
        }
        for (LiveBridge.Trigger trigger : live.triggers()) {
            if (!trigger.enabled()) {
                findings.add(new Finding(
                        where,
                        "bridge %s: trigger \"%s\" of %s does not fire"
                                .formatted(bridge.text(), trigger.name(), trigger.table()),
                        APART,
                        "alter table %s enable always trigger %s; rows written meanwhile may diverge: run `verify-model` again"
                                .formatted(trigger.table(), trigger.sql())));
            }
        }
        return findings;
    }
}
