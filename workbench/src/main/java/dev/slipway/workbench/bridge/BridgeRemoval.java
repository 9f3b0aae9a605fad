package dev.slipway.workbench.bridge;

import dev.slipway.runner.engine.revision.RevisionDraft;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.bridge.LiveBridge;
import dev.slipway.runner.postgres.scratch.ScratchDatabase;
import dev.slipway.runner.postgres.scratch.SqlTrials;
import dev.slipway.runner.postgres.scratch.TrialRefused;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.sql.Bridge;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The revision with which bridges go, each with its left column.
record BridgeRemoval(ScratchDatabase database, BridgeRequest request) {
    List<RevisionDraft> drafts() {
        BridgeDesign design = new BridgeDesign(database.session());
        design.refuseTables(request.bridges());
        List<OldBridge> bridges = new ArrayList<>();
        for (Bridge bridge : request.bridges()) {
            OldBridge old = new OldBridge(live(bridge), design.standing(bridge), design.sql(bridge));
            design.refuseLoose(old);
            bridges.add(old);
        }
        String script = joined(bridges, OldBridge::drop, "\n");
        String undo = undo(bridges);
        try (ScratchDatabase before = database.copy()) {
            run(script);
            run(undo);
            DependentObjects rest =
                    DependentObjects.between(database, before, request.ground().historyTable());
            String header = header(bridges.stream().anyMatch(OldBridge::isNeeded), rest);
            return List.of(new RevisionDraft("", true, true, true, false, script, header + undo + rest.sql()));
        }
    }

    private static String undo(List<OldBridge> bridges) {
        return "%s\nupdate %s\nset %s;\n\n%s"
                .formatted(
                        joined(bridges, OldBridge::add, ""),
                        bridges.getFirst().table(),
                        joined(bridges, OldBridge::assignment, ",\n    "),
                        joined(bridges, OldBridge::complete, "\n"));
    }

    private static String joined(List<OldBridge> bridges, Function<OldBridge, String> text, String between) {
        return bridges.stream().map(text).collect(Collectors.joining(between));
    }

    private static String header(boolean scans, DependentObjects rest) {
        return "-- What was granted on a column alone does not come back with it.\n"
                + "-- allow: backfill-with-ddl a column that comes back needs its values at once\n"
                + (scans ? "-- allow: not-null-scan its values are looked at when they are there\n" : "")
                + (rest.hasIndex() ? "-- allow: blocking-index so does its index\n" : "")
                + "\n";
    }

    /// The bridge as the scripts made it.
    private LiveBridge live(Bridge bridge) {
        List<LiveBridge> all = DatabaseCall.query("list the bridges", () -> LiveBridge.all(database.session()));
        LiveBridge found = all.stream()
                .filter(live -> live.isLike(bridge))
                .findFirst()
                .orElseThrow(() -> refused(
                        bridge,
                        "the scripts give no such bridge",
                        all.isEmpty()
                                ? "they give none at all; `revision --bridge` writes one"
                                : "write it as it was declared: "
                                        + all.stream().map(LiveBridge::declared).collect(Collectors.joining("; "))));
        if (!found.isWhole()) {
            throw refused(
                    bridge,
                    "a trigger of it is gone after the scripts",
                    "drop the rest of it in a revision written by hand");
        }
        return found;
    }

    private static SlipwayException refused(Bridge bridge, String why, String help) {
        return new SlipwayException(new BridgeRefused(bridge.text(), why, help));
    }

    private void run(String sql) {
        try {
            SqlTrials.run(database.session(), List.of(sql));
        } catch (TrialRefused e) {
            throw new SlipwayException(
                    new BridgeRefused(
                            request.bridges().getFirst().text(),
                            "the column cannot go: " + e.error().message(),
                            e.error(),
                            "take away what needs it in a revision before"),
                    e);
        }
    }
}
