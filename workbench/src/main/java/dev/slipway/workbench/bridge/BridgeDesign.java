package dev.slipway.workbench.bridge;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.bridge.BridgeAgreement;
import dev.slipway.runner.postgres.bridge.BridgeColumn;
import dev.slipway.runner.postgres.bridge.BridgeTable;
import dev.slipway.runner.postgres.bridge.BridgeTrial;
import dev.slipway.runner.postgres.bridge.LiveBridge;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.scratch.SqlTrials;
import dev.slipway.runner.postgres.scratch.TrialRefused;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.postgres.sql.MadeName;
import dev.slipway.runner.sql.Bridge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The database on which bridges are to stand.
final class BridgeDesign {
    private static final String BEFORE = "zz_";
    private static final String LONGEST_END = "_insert";

    private final Session session;

    BridgeDesign(Session session) {
        this.session = session;
    }

    /// @throws SlipwayException with `BridgeRefused` if they are of several tables
    void refuseTables(List<Bridge> wanted) {
        for (Bridge bridge : wanted) {
            if (!bridge.table().equals(wanted.getFirst().table())) {
                throw refused(
                        bridge, "it is of another table than the one before it", "write a revision for each table");
            }
        }
    }

    /// Each column is a side of one bridge: a chain of triggers would follow one of its ends only.
    void refuseCommon(List<Bridge> wanted) {
        List<Bridge> all = new ArrayList<>();
        for (LiveBridge live : DatabaseCall.query("list the bridges", () -> LiveBridge.all(session))) {
            live.bridge().ifPresent(all::add);
        }
        for (Bridge bridge : wanted) {
            all.stream().filter(other -> hasCommon(bridge, other)).findFirst().ifPresent(other -> {
                throw refused(
                        bridge,
                        "a column of it is a side of %s already".formatted(other.text()),
                        "a column can be kept equal to one other");
            });
            all.add(bridge);
        }
    }

    /// @throws SlipwayException with `BridgeRefused` if nulls of the right column could not come back to the left one
    void refuseLoose(OldBridge old) {
        BridgeAgreement agreement = old.agreement();
        String value = agreement.leftFrom(old.right().sql());
        boolean loose = old.isNeeded()
                && !old.right().notNull()
                && DatabaseCall.query(
                        "try a null", () -> BridgeTrial.isNull(session, agreement.scope(), old.right(), value));
        if (loose) {
            throw refused(
                    agreement.bridge(),
                    "\"%s\" may be null, and \"%s\" may not"
                            .formatted(old.right().name(), old.left().name()),
                    "make it not null first: a check that is not valid yet, its validation in the next revision, and"
                            + " set not null after that");
        }
    }

    private static boolean hasCommon(Bridge one, Bridge other) {
        List<String> sides = List.of(other.left().column(), other.right().column());
        return one.table().getLast().equals(other.table().getLast())
                && (sides.contains(one.left().column())
                        || sides.contains(one.right().column()));
    }

    NewBridge begin(Bridge bridge) {
        BridgeTable table = table(bridge, List.of());
        Optional<BridgeColumn> left = table.column(bridge.left().column());
        Optional<BridgeColumn> right = table.column(bridge.right().column());
        if (left.isEmpty() && right.isEmpty()) {
            throw refused(
                    bridge,
                    "%s has neither \"%s\" nor \"%s\""
                            .formatted(
                                    table.sql(),
                                    bridge.left().column(),
                                    bridge.right().column()),
                    "name a column that is there; the other one is added");
        }
        left.ifPresent(column -> refuseComputed(bridge, column));
        right.ifPresent(column -> refuseComputed(bridge, column));
        BridgeAgreement agreement = agreement(bridge, left, right);
        BridgeColumn added = left.isEmpty() ? agreement.left() : right.isEmpty() ? agreement.right() : null;
        String filled = left.isEmpty() ? bridge.left().column() : bridge.right().column();
        List<String> key = table(bridge, List.of(filled)).key();
        if (key.isEmpty()) {
            throw refused(
                    bridge,
                    "%s has no unique key without nulls by which its rows could be gone through".formatted(table.sql()),
                    "give it a primary key in a revision before");
        }
        return new NewBridge(sql(agreement), added, key);
    }

    /// What is written of a bridge whose columns exist.
    BridgeAgreement standing(Bridge bridge) {
        BridgeTable table = table(bridge, List.of());
        return agreement(
                bridge,
                table.column(bridge.left().column()),
                table.column(bridge.right().column()));
    }

    private BridgeTable table(Bridge bridge, List<String> written) {
        BridgeTable table = DatabaseCall.query(
                        "read the table", () -> BridgeTable.find(session, bridge.table(), written))
                .filter(BridgeTable::holdsRows)
                .orElseThrow(() -> refused(
                        bridge,
                        "there is no table \"%s\" after the scripts".formatted(String.join(".", bridge.table())),
                        "name it as SQL does, with its schema if that is not searched, in double quotes if it has"
                                + " capitals"));
        if (table.inherited() || table.partition()) {
            throw refused(
                    bridge,
                    table.partition()
                            ? "%s is a partition".formatted(table.sql())
                            : "other tables inherit from %s, and would not have its triggers".formatted(table.sql()),
                    table.partition()
                            ? "name the table that it is a part of"
                            : "write a bridge for each of them by hand");
        }
        return table;
    }

    private static void refuseComputed(Bridge bridge, BridgeColumn column) {
        if (column.computed() || column.partitions()) {
            throw refused(
                    bridge,
                    column.computed()
                            ? "the database computes \"%s\" from other columns".formatted(column.name())
                            : "\"%s\" tells the partition of a row, and no trigger may move it"
                                    .formatted(column.name()),
                    "let another column follow");
        }
    }

    private BridgeAgreement agreement(Bridge bridge, Optional<BridgeColumn> left, Optional<BridgeColumn> right) {
        String scope = quoted(bridge.table().getLast());
        BridgeColumn first =
                left.map(this::toldByDefault).orElseGet(() -> made(bridge, bridge.left(), right.orElseThrow(), scope));
        BridgeColumn second =
                right.map(this::toldByDefault).orElseGet(() -> made(bridge, bridge.right(), first, scope));
        BridgeAgreement agreement = new BridgeAgreement(bridge, scope, first, second);
        tried(bridge, scope, second, agreement.leftFrom(second.sql()));
        tried(bridge, scope, first, agreement.rightFrom(first.sql()));
        return agreement;
    }

    /// A default that is another in each row says nothing of whether a value was given.
    private BridgeColumn toldByDefault(BridgeColumn column) {
        String value = column.defaultValue();
        boolean constant = value != null
                && DatabaseCall.query("try a default", () -> SqlTrials.isComputedOnce(session, column.cast(), value));
        return constant ? column : column.withoutDefault();
    }

    private BridgeColumn made(Bridge bridge, Bridge.Side side, BridgeColumn other, String scope) {
        String name = quoted(side.column());
        return side.isCopy()
                ? other.as(side.column(), name)
                : tried(bridge, scope, other, side.expression()).as(side.column(), name);
    }

    private BridgeColumn tried(Bridge bridge, String scope, BridgeColumn of, String expression) {
        try {
            return BridgeTrial.column(session, scope, of, expression);
        } catch (TrialRefused e) {
            throw new SlipwayException(
                    new BridgeRefused(
                            bridge.text(),
                            "PostgreSQL refuses \"%s\": %s"
                                    .formatted(expression, e.error().message()),
                            e.error(),
                            "an expression knows \"%s\" alone, and what is not PostgreSQL's own by its schema"
                                    .formatted(of.name())),
                    e);
        }
    }

    private BridgeSql sql(BridgeAgreement agreement) {
        Bridge bridge = agreement.bridge();
        String name = MadeName.within(
                MadeName.LONGEST - BEFORE.length() - LONGEST_END.length(),
                "bridge_%s_%s_%s"
                        .formatted(
                                bridge.table().getLast(),
                                bridge.left().column(),
                                bridge.right().column()));
        List<String> schema = bridge.table().subList(0, bridge.table().size() - 1);
        return new BridgeSql(
                sql(bridge),
                schema.stream().map(each -> quoted(each) + ".").collect(Collectors.joining()) + quoted(name),
                quoted(BEFORE + name + LONGEST_END),
                quoted(BEFORE + name + "_update"),
                agreement);
    }

    /// Its table, as it was named.
    String sql(Bridge bridge) {
        return bridge.table().stream().map(this::quoted).collect(Collectors.joining("."));
    }

    private String quoted(String name) {
        return DatabaseCall.query("quote a name", () -> BridgeTrial.quoted(session, name));
    }

    private static SlipwayException refused(Bridge bridge, String why, String help) {
        return new SlipwayException(new BridgeRefused(bridge.text(), why, help));
    }
}
