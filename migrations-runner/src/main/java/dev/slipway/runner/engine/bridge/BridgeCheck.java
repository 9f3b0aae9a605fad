package dev.slipway.runner.engine.bridge;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.postgres.bridge.BridgeAgreement;
import dev.slipway.runner.postgres.bridge.LiveBridge;
import dev.slipway.runner.sql.Bridge;
import java.util.ArrayList;
import java.util.List;

/// Whether a bridge keeps its columns equal.
public final class BridgeCheck {
    private static final String APART = "what one version of the service writes does not reach the column of the other";
    private static final String AGAIN =
            "create it as its script does; rows written meanwhile may diverge: run `verify-model` again";

    private final String where;
    private final Bridge bridge;

    /// @param where the findings are told to be
    public BridgeCheck(String where, Bridge bridge) {
        this.where = where;
        this.bridge = bridge;
    }

    /// What is wrong with its triggers.
    public List<Finding> triggers(LiveBridge live) {
        List<Finding> findings = new ArrayList<>();
        if (!live.isWhole()) {
            findings.add(finding(
                    "no trigger runs %s before %s".formatted(live.function(), String.join(" and ", live.unwatched())),
                    AGAIN));
        }
        for (LiveBridge.Trigger trigger : live.triggers()) {
            if (!trigger.enabled()) {
                findings.add(finding(
                        "trigger \"%s\" of %s does not fire".formatted(trigger.name(), trigger.table()),
                        "alter table %s enable always trigger %s; rows written meanwhile may diverge: run `verify-model` again"
                                .formatted(trigger.table(), trigger.sql())));
            }
        }
        return findings;
    }

    /// What is wrong with its function.
    public List<Finding> function(LiveBridge live, BridgeAgreement agreement) {
        return live.keeps(agreement)
                ? List.of()
                : List.of(finding("function %s does something else".formatted(live.function()), AGAIN));
    }

    /// What is wrong with a bridge that is not there.
    public Finding missing() {
        return finding(
                "it does not exist",
                "run `upgrade`; if nothing is pending, create its function and triggers as its script does");
    }

    private Finding finding(String what, String remedy) {
        return new Finding(where, "bridge %s: %s".formatted(bridge.text(), what), APART, remedy);
    }
}
