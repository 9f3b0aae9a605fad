package dev.slipway.runner.postgres.bridge;

import dev.slipway.runner.sql.Bridge;

/// When a row agrees with a bridge: one side is what it has to be for the other. For copies that is equality; of sides
/// that lose something, one is enough.
///
/// @param scope by what name expressions know the table, as it can stand in SQL
public record BridgeAgreement(Bridge bridge, String scope, BridgeColumn left, BridgeColumn right) {
    /// A condition in SQL for rows of the table that do not agree.
    public String disagree() {
        String leftIsOff = differs(left, left.sql(), leftFrom(right.sql()));
        return isPlain()
                ? leftIsOff
                : "%s and %s".formatted(leftIsOff, differs(right, right.sql(), rightFrom(left.sql())));
    }

    /// The same for a row that is about to be written, the other way round.
    String agreeNew() {
        String leftIsOn = same(left, newLeft(), newLeftFromRight());
        return isPlain()
                ? leftIsOn
                : "%s\n        or %s".formatted(leftIsOn, same(right, newRight(), newRightFromLeft()));
    }

    /// What the right side of a row of the table has to be.
    public String rightFrom(String leftSql) {
        return bridge.right().isCopy() ? copy(left, right, leftSql) : cast(bridge.right(), right);
    }

    public String leftFrom(String rightSql) {
        return bridge.left().isCopy() ? copy(right, left, rightSql) : cast(bridge.left(), left);
    }

    String newLeftFromRight() {
        return bridge.left().isCopy() ? copy(right, left, newRight()) : scoped(bridge.left(), left, right);
    }

    String newRightFromLeft() {
        return bridge.right().isCopy() ? copy(left, right, newLeft()) : scoped(bridge.right(), right, left);
    }

    String newLeft() {
        return "new." + left.sql();
    }

    String newRight() {
        return "new." + right.sql();
    }

    /// Whether a column has the value it had before the update.
    String unchanged(BridgeColumn column) {
        return same(column, "new." + column.sql(), "old." + column.sql());
    }

    public String changed(BridgeColumn column) {
        return differs(column, "new." + column.sql(), "old." + column.sql());
    }

    String same(BridgeColumn column, String one, String other) {
        return "%s is not distinct from %s".formatted(comparable(column, one), comparable(column, other));
    }

    private String differs(BridgeColumn column, String one, String other) {
        return "%s is distinct from %s".formatted(comparable(column, one), comparable(column, other));
    }

    /// Two copies that can be compared as they are.
    private boolean isPlain() {
        return bridge.left().isCopy() && isAlike(left, right);
    }

    private static boolean isAlike(BridgeColumn one, BridgeColumn other) {
        return one.cast().equals(other.cast()) || (one.text() && other.text());
    }

    private static String copy(BridgeColumn from, BridgeColumn to, String sql) {
        return isAlike(from, to) ? sql : "%s::%s".formatted(sql, to.cast());
    }

    private static String cast(Bridge.Side side, BridgeColumn column) {
        return "(%s)::%s".formatted(side.expression(), column.cast());
    }

    private String scoped(Bridge.Side side, BridgeColumn column, BridgeColumn of) {
        return "(select %s from (select new.%s) as %s (%s))".formatted(cast(side, column), of.sql(), scope, of.sql());
    }

    /// As text where equal values need not look alike, so that a change of their looks is copied too.
    private String comparable(BridgeColumn column, String sql) {
        String text = column.exact() && !column.blind() ? sql : sql + "::text";
        boolean clash = !left.collation().equals(right.collation());
        return column.blind() || (clash && isText(column)) ? text + " collate \"C\"" : text;
    }

    private boolean isText(BridgeColumn column) {
        return column.text() || !column.exact();
    }
}
