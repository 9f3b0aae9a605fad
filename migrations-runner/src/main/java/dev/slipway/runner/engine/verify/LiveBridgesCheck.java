package dev.slipway.runner.engine.verify;

import dev.slipway.runner.engine.bridge.BridgeCheck;
import dev.slipway.runner.model.Finding;
import dev.slipway.runner.postgres.bridge.BridgeAgreement;
import dev.slipway.runner.postgres.bridge.BridgeColumn;
import dev.slipway.runner.postgres.bridge.BridgeTable;
import dev.slipway.runner.postgres.bridge.BridgeTrial;
import dev.slipway.runner.postgres.bridge.DivergingRows;
import dev.slipway.runner.postgres.bridge.LiveBridge;
import dev.slipway.runner.postgres.catalog.LiveTable;
import dev.slipway.runner.postgres.catalog.MatchingRows;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.scratch.TrialRefused;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.postgres.sql.Quote;
import dev.slipway.runner.sql.Bridge;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The bridges of a database, as their trigger functions tell of them: whether they work, and which rows diverge.
final class LiveBridgesCheck {
    private final Session session;
    private final List<String> notes;
    private final List<Finding> findings;
    private int number;
    private long divergingRows;

    LiveBridgesCheck(Session session, List<String> notes, List<Finding> findings) {
        this.session = session;
        this.notes = notes;
        this.findings = findings;
    }

    /// How many there are.
    int number() {
        return number;
    }

    long divergingRows() {
        return divergingRows;
    }

    /// @param expected those that the model knows
    void verify(List<Bridge> expected) {
        List<LiveBridge> all = DatabaseCall.query("list the bridges", () -> LiveBridge.all(session));
        for (LiveBridge live : all) {
            switch (Bridge.read(live.declared())) {
                case Bridge.Reading.Read(Bridge bridge) -> verify(bridge, live);
                case Bridge.Reading.Refused(String what) ->
                    notes.add("the comment of %s begins like that of a bridge, and declares none: %s"
                            .formatted(live.function(), what));
            }
        }
        for (Bridge bridge : expected) {
            if (all.stream().noneMatch(live -> live.isLike(bridge))) {
                findings.add(check(bridge).missing());
                table(name(bridge))
                        .ifPresent(table -> agreement(bridge, table).ifPresent(found -> compare(found, table.sql())));
            }
        }
    }

    private static BridgeCheck check(Bridge bridge) {
        return new BridgeCheck(String.join(".", bridge.table()), bridge);
    }

    private void verify(Bridge bridge, LiveBridge live) {
        number++;
        Optional<BridgeTable> table = table(live.table().orElseGet(() -> name(bridge)));
        Optional<BridgeAgreement> agreement = table.flatMap(each -> agreement(bridge, each));
        if (agreement.isEmpty()) {
            findings.add(new Finding(
                    String.join(".", bridge.table()),
                    "bridge %s: %s"
                            .formatted(bridge.text(), table.isEmpty() ? "the table is gone" : "a column is gone"),
                    "inserts and updates of the table fail as long as the triggers are there",
                    "drop function %s cascade".formatted(live.function())));
            return;
        }
        findings.addAll(check(bridge).triggers(live));
        findings.addAll(check(bridge).function(live, agreement.get()));
        compare(agreement.get(), table.get().sql());
    }

    private static String name(Bridge bridge) {
        return bridge.table().stream().map(Quote::identifier).collect(Collectors.joining("."));
    }

    /// @param name as it can stand in SQL
    private Optional<BridgeTable> table(String name) {
        return DatabaseCall.query("read the table of a bridge", () -> BridgeTable.find(session, name, List.of()));
    }

    private Optional<BridgeAgreement> agreement(Bridge bridge, BridgeTable table) {
        Optional<BridgeColumn> left = table.column(bridge.left().column());
        Optional<BridgeColumn> right = table.column(bridge.right().column());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        String scope = DatabaseCall.query(
                "quote a name", () -> BridgeTrial.quoted(session, bridge.table().getLast()));
        return Optional.of(new BridgeAgreement(bridge, scope, left.get(), right.get()));
    }

    private void compare(BridgeAgreement agreement, String table) {
        LiveTable live = Objects.requireNonNull(
                DatabaseCall.query("read the tables", () -> LiveTable.named(session, List.of(table)))
                        .get(table));
        try {
            MatchingRows rows = DatabaseCall.trying(
                    "compare the sides of a bridge", () -> DivergingRows.in(session, live, agreement.disagree()));
            divergingRows += rows.count();
            if (rows.count() > 0) {
                findings.add(diverging(agreement, live, rows));
            }
        } catch (TrialRefused e) {
            notes.add("the rows of bridge %s were not compared: %s"
                    .formatted(agreement.bridge().text(), e.error().message()));
        }
    }

    private static Finding diverging(BridgeAgreement agreement, LiveTable table, MatchingRows rows) {
        List<String> key = table.key().stream().map(LiveTable.Column::name).toList();
        String right = agreement.right().sql();
        return new DivergenceFinding(table.sql(), agreement.left().sql(), right, key)
                .finding(rows, agreement.leftFrom(right), agreement.disagree());
    }
}
