package dev.slipway.workbench.bridge;

import dev.slipway.runner.postgres.bridge.BridgeAgreement;
import dev.slipway.runner.postgres.bridge.BridgeColumn;
import dev.slipway.runner.postgres.bridge.LiveBridge;
import java.util.function.Predicate;

/// A bridge that is no longer needed: its left column goes.
///
/// @param table as it can stand in SQL
record OldBridge(LiveBridge live, BridgeAgreement agreement, String table) {
    String drop() {
        StringBuilder sql = new StringBuilder();
        live.triggers().stream()
                .filter(LiveBridge.Trigger::own)
                .forEach(trigger -> sql.append("drop trigger %s on %s;\n".formatted(trigger.sql(), table)));
        sql.append("drop function %s;\n".formatted(live.function()));
        if (movesDefault()) {
            sql.append(alter(right(), "set default " + left().defaultValue()));
        }
        return sql + "alter table %s drop column %s;\n".formatted(table, left().sql());
    }

    String add() {
        return "alter table %s add column %s %s;\n".formatted(table, left().sql(), left().definition());
    }

    /// An assignment that gives the column its values again.
    String assignment() {
        return "%s = %s".formatted(left().sql(), agreement.leftFrom(right().sql()));
    }

    /// What follows when it has its values.
    String complete() {
        StringBuilder sql = new StringBuilder();
        if (left().defaultValue() != null) {
            sql.append(alter(left(), "set default " + left().defaultValue()));
        }
        if (isNeeded()) {
            sql.append(alter(left(), "set not null"));
        }
        if (movesDefault()) {
            sql.append(alter(right(), "drop default"));
        }
        return (sql.isEmpty() ? "" : sql + "\n")
                + new BridgeSql(
                                table,
                                live.function().substring(0, live.function().length() - "()".length()),
                                name(LiveBridge.Trigger::inserts),
                                name(LiveBridge.Trigger::updates),
                                agreement)
                        .create();
    }

    /// Whether the left column has to have a value.
    boolean isNeeded() {
        return left().notNull();
    }

    /// An insert that leaves the column out gives what it gave before.
    private boolean movesDefault() {
        return agreement.bridge().right().isCopy() && left().defaultValue() != null && right().defaultValue() == null;
    }

    private String alter(BridgeColumn column, String change) {
        return "alter table %s alter column %s %s;\n".formatted(table, column.sql(), change);
    }

    private String name(Predicate<LiveBridge.Trigger> kind) {
        return live.triggers().stream()
                .filter(LiveBridge.Trigger::own)
                .filter(kind)
                .map(LiveBridge.Trigger::sql)
                .findFirst()
                .orElseThrow();
    }

    BridgeColumn left() {
        return agreement.left();
    }

    BridgeColumn right() {
        return agreement.right();
    }
}
