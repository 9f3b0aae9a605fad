package dev.slipway.runner.sql;

import java.util.List;

/// Two columns of one table that the database keeps equal, whichever is written.
///
/// @param text as it was declared: `users.password_hash <-> users.hashed_password`
/// @param table its name as the catalog has it, with its schema before it if that is said
/// @param left the column that goes some day
/// @param right the one that stays
public record Bridge(String text, List<String> table, Side left, Side right) {
    /// How one is written, for people.
    public static final String FORM = "write users.password_hash <-> users.hashed_password, or with an expression for"
            + " a side over the column of the other: users.is_admin = (role = 'admin') <-> users.role = case when"
            + " is_admin then 'admin' else 'member' end";

    static final String SIGN = "<->";

    public Bridge {
        table = List.copyOf(table);
    }

    /// @param column as the catalog names it
    /// @param expression what it is, as SQL over the column of the other side, or empty if it is its copy
    public record Side(String column, String expression) {
        public boolean isCopy() {
            return expression.isEmpty();
        }
    }

    /// What was read, or why it is no bridge.
    public sealed interface Reading {
        record Read(Bridge bridge) implements Reading {}

        record Refused(String what) implements Reading {}
    }

    public static Reading read(String text) {
        return new BridgeReader(text).read();
    }

    /// Whether a text that may be any comment is meant to declare a bridge.
    public static boolean isMeant(String text) {
        return text.contains(SIGN);
    }

    /// Whether it says the same of the same columns, in whatever layout.
    public boolean isLike(Bridge other) {
        return table.equals(other.table) && isLike(left, other.left) && isLike(right, other.right);
    }

    private static boolean isLike(Side one, Side other) {
        return one.column().equals(other.column()) && words(one.expression()).equals(words(other.expression()));
    }

    private static List<String> words(String sql) {
        return SqlScript.read(sql).significant().stream()
                .map(token -> token.in(sql))
                .toList();
    }
}
