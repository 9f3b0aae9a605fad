package dev.slipway.runner.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An UPDATE or DELETE, taken apart so that it can be held to some rows of its table.
///
/// @param sql without the semicolon
/// @param only `only ` if it leaves out the tables that inherit from its own
/// @param table its table, as it stands in the statement
/// @param alias what the statement calls its table, or an empty text
/// @param assigned the columns that it writes, as the catalog names them
/// @param others what stands behind FROM or USING, or an empty text
/// @param where behind the word WHERE, or -1 if it has none
public record DataChange(
        String sql, String only, String table, String alias, Set<String> assigned, String others, int where) {
    private static final String OPENING = " (";

    public DataChange {
        assigned = Set.copyOf(assigned);
    }

    /// What was read, or why it cannot be taken apart.
    public sealed interface Reading {
        record Read(DataChange change) implements Reading {}

        /// @param at where it begins
        record Refused(String what, String help, int at) implements Reading {}
    }

    /// @param statement one statement, with or without its semicolon
    public static Reading read(String statement) {
        return new DataChangeReader(statement).read();
    }

    /// How the statement names a column of its table.
    ///
    /// @param column as the catalog names it
    public String column(String column) {
        return "%s.\"%s\"".formatted(alias.isEmpty() ? table : alias, column.replace("\"", "\"\""));
    }

    /// The table as a FROM clause takes it.
    public String from() {
        return only + table + (alias.isEmpty() ? "" : " as " + alias);
    }

    /// What the statement is about to touch is told by its condition.
    public boolean hasCondition() {
        return where >= 0;
    }

    /// The statement for the rows of its table that meet another condition as well.
    public String within(String condition) {
        return hasCondition()
                ? "%s%s%s\n) and %s".formatted(sql.substring(0, where), OPENING, sql.substring(where), condition)
                : "%s\nwhere %s".formatted(sql, condition);
    }

    /// The place in the statement of a place in the one that `within` gives.
    ///
    /// @param position counted in code points from 1
    /// @return 0 if it is none of the statement
    public int position(int position) {
        int whole = sql.codePointCount(0, sql.length());
        int before = hasCondition() ? sql.codePointCount(0, where) : whole;
        int own = position <= before ? position : position - OPENING.length();
        return position > before && (!hasCondition() || own <= before || own > whole) ? 0 : own;
    }

    /// A query that tells whether the statement would touch a row now, or nothing if it touches all of them always.
    ///
    /// @param condition that rows have to meet as well, or an empty text
    public Optional<String> touches(String condition) {
        if (!hasCondition()) {
            return Optional.empty();
        }
        String sources = from() + (others.isEmpty() ? "" : ", " + others + "\n");
        String more = condition.isEmpty() ? "" : " and " + condition;
        return Optional.of(
                "select exists (select from %s where (%s\n)%s)".formatted(sources, sql.substring(where), more));
    }

    /// Whether a row that it has touched can be told by its condition: it deletes, or looks at a column that it writes.
    public boolean looksAtWhatItWrites() {
        return hasCondition()
                && (assigned.isEmpty() || words(sql.substring(where)).stream().anyMatch(assigned::contains));
    }

    private static List<String> words(String text) {
        return SqlScript.read(text).significant().stream()
                .map(token -> token.name(text))
                .flatMap(Optional::stream)
                .toList();
    }
}
