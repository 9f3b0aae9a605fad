package dev.slipway.runner.engine.verify;

import dev.slipway.runner.engine.bridge.BridgeCheck;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.postgres.bridge.Agreement;
import dev.slipway.runner.postgres.bridge.BridgeColumn;
import dev.slipway.runner.postgres.bridge.BridgeTable;
import dev.slipway.runner.postgres.bridge.DivergingRows;
import dev.slipway.runner.postgres.bridge.LiveBridge;
import dev.slipway.runner.postgres.catalog.LiveTable;
import dev.slipway.runner.postgres.catalog.MatchingRows;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.postgres.sql.Quote;
import dev.slipway.runner.postgres.table.TrialRefused;
import dev.slipway.runner.sql.Bridge;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The bridges of a database, as their trigger functions tell of them: whether they work, and which rows diverge.
final class LiveBridges {
    private final Session session;
    private final List<String> notes;
    private final List<Finding> findings;
    private int number;

    LiveBridges(Session session, List<String> notes, List<Finding> findings) {
        this.session = session;
        this.notes = notes;
        this.findings = findings;
    }

    /// How many there are.
    int number() {
        return number;
    }

    /// @return how many rows diverge
    long verify() {
        long diverging = 0;
        for (LiveBridge live : DatabaseCall.query("list the bridges", () -> LiveBridge.all(session))) {
            switch (Bridge.read(live.declared())) {
                case Bridge.Reading.Read(Bridge bridge) -> diverging += verify(bridge, live);
                case Bridge.Reading.Refused(String what) ->
                    notes.add("the comment of %s begins like that of a bridge, and declares none: %s"
                            .formatted(live.function(), what));
            }
        }
        return diverging;
    }

    private long verify(Bridge bridge, LiveBridge live) {
        number++;
        String name = String.join(".", bridge.table());
        findings.addAll(BridgeCheck.findings(name, bridge, live));
        Optional<BridgeTable> table = DatabaseCall.query(
                "read the table of a bridge",
                () -> live.table().isPresent()
                        ? BridgeTable.find(session, live.table().get(), List.of())
                        : BridgeTable.find(session, bridge.table(), List.of()));
        Optional<BridgeColumn> left =
                table.flatMap(each -> each.column(bridge.left().column()));
        Optional<BridgeColumn> right =
                table.flatMap(each -> each.column(bridge.right().column()));
        if (left.isEmpty() || right.isEmpty()) {
            findings.add(new Finding(
                    name,
                    "bridge %s: %s"
                            .formatted(bridge.text(), table.isEmpty() ? "the table is gone" : "a column is gone"),
                    "inserts and updates of the table fail as long as the triggers are there",
                    "drop function %s cascade".formatted(live.function())));
            return 0;
        }
        String scope = Quote.identifier(bridge.table().getLast());
        return compare(
                new Agreement(bridge, scope, left.get(), right.get()),
                table.get().sql());
    }

    private long compare(Agreement agreement, String table) {
        LiveTable live = Objects.requireNonNull(
                DatabaseCall.query("read the tables", () -> LiveTable.named(session, List.of(table)))
                        .get(table));
        try {
            MatchingRows rows = DatabaseCall.trying(
                    "compare the sides of a bridge", () -> DivergingRows.in(session, live, agreement.disagree()));
            if (rows.count() > 0) {
                findings.add(diverging(agreement, live, rows));
            }
            return rows.count();
        } catch (TrialRefused e) {
            notes.add("the rows of bridge %s were not compared: %s"
                    .formatted(agreement.bridge().text(), e.error().message()));
            return 0;
        }
    }

    private static Finding diverging(Agreement agreement, LiveTable table, MatchingRows rows) {
        List<String> key = table.key().stream().map(LiveTable.Column::name).toList();
        String right = agreement.right().sql();
        return new Divergence(table.sql(), agreement.left().sql(), right, key)
                .finding(
                        rows,
                        agreement.leftFrom(right),
                        agreement.disagree(),
                        "go on with `batch` if rows are left to it; else, ");
    }
}
