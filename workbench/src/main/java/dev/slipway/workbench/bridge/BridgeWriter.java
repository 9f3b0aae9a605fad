package dev.slipway.workbench.bridge;

import dev.slipway.runner.engine.revision.RevisionDraft;
import dev.slipway.runner.postgres.scratch.ScratchDatabase;
import dev.slipway.runner.postgres.scratch.ScratchServer;
import dev.slipway.runner.sql.Bridge;
import java.util.ArrayList;
import java.util.List;

/// Writes the revisions that begin and end bridges, on a scratch database that has what the scripts give.
public final class BridgeWriter {
    private BridgeWriter() {}

    /// @throws dev.slipway.runner.model.failure.SlipwayException with `BridgeRefused`, or if a script fails
    public static List<RevisionDraft> drafts(ScratchServer server, BridgeRequest request) {
        try (ScratchDatabase database = server.create()) {
            request.ground().run(database);
            if (request.drop()) {
                return new BridgeRemoval(database, request).drafts();
            }
            BridgeDesign design = new BridgeDesign(database.session());
            design.refuseTables(request.bridges());
            design.refuseCommon(request.bridges());
            List<NewBridge> bridges = new ArrayList<>();
            for (Bridge bridge : request.bridges()) {
                bridges.add(design.begin(bridge));
            }
            return drafts(bridges);
        }
    }

    /// First the columns and their triggers, then the rows.
    private static List<RevisionDraft> drafts(List<NewBridge> bridges) {
        List<RevisionDraft> drafts = new ArrayList<>();
        StringBuilder script = new StringBuilder();
        bridges.forEach(bridge ->
                script.append("-- bridge: ").append(bridge.bridge().text()).append('\n'));
        bridges.forEach(bridge -> script.append('\n').append(bridge.create()));
        StringBuilder undo = new StringBuilder();
        bridges.reversed().forEach(bridge -> undo.append(bridge.drop()));
        drafts.add(new RevisionDraft("", true, true, false, false, script.toString(), undo.toString()));
        for (NewBridge bridge : bridges) {
            String word =
                    bridges.size() == 1 ? "rows" : "rows of " + bridge.filled().name();
            drafts.add(new RevisionDraft(
                    word, true, true, false, false, bridge.fill(), "select 'nothing to take back';\n"));
        }
        return drafts;
    }
}
