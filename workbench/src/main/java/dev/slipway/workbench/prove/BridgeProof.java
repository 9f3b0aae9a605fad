package dev.slipway.workbench.prove;

import dev.slipway.runner.engine.bridge.BridgeCheck;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.script.BridgeHeader;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.postgres.bridge.LiveBridge;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.sql.Bridge;
import java.util.ArrayList;
import java.util.List;

/// Whether a script leaves the bridges that its header declares.
final class BridgeProof {
    private BridgeProof() {}

    /// @param after a database at the revision
    static List<Finding> findings(Script script, Session after) {
        if (script.header().bridges().isEmpty()) {
            return List.of();
        }
        List<LiveBridge> all = DatabaseCall.query("list the bridges", () -> LiveBridge.all(after));
        List<Finding> findings = new ArrayList<>();
        for (BridgeHeader header : script.header().bridges()) {
            String where = "%s:%d".formatted(script.file().origin(), header.line());
            findings.addAll(all.stream()
                    .filter(live -> live.isLike(header.bridge()))
                    .findFirst()
                    .map(live -> new BridgeCheck(where, header.bridge()).triggers(live))
                    .orElseGet(() -> List.of(missing(where, header.bridge()))));
        }
        return findings;
    }

    private static Finding missing(String where, Bridge bridge) {
        return new Finding(
                where,
                "the header declares the bridge %s, and the script leaves no trigger function with this comment"
                        .formatted(bridge.text()),
                "nothing keeps the columns equal",
                "write the script with `revision --bridge`, or take the line out");
    }
}
