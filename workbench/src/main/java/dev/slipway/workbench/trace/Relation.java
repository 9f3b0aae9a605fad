package dev.slipway.workbench.trace;

import dev.slipway.runner.model.LockMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A relation at one moment of a script.
///
/// @param name qualified, as it can stand in SQL
/// @param shortName without its schema if the search path finds it so
/// @param index what there is to say if it is an index
/// @param partition whether it is part of another relation
/// @param root the topmost relation that it is a part of, or itself
/// @param file changes when it is rewritten or truncated
/// @param scans how often this transaction began to read it
/// @param inserted how many rows this transaction put in
/// @param locks that this transaction holds
/// @param columns by number
/// @param constraints by name
/// @param disabled by the name of the trigger whether it is off
record Relation(
        long oid,
        String name,
        String shortName,
        RelationKind kind,
        Index index,
        boolean partition,
        long root,
        long file,
        long tablespace,
        long scans,
        long inserted,
        Set<LockMode> locks,
        Map<Integer, Column> columns,
        Map<String, Constraint> constraints,
        Map<String, Boolean> disabled) {
    /// @param table that it belongs to, or 0 if the relation is no index
    /// @param ofConstraint whether it came with a constraint and goes with it
    record Index(long table, boolean unique, boolean ofConstraint) {}

    /// What a prepared statement that returns the column expects it to be.
    record ResultType(long type, int modifier, long collation) {}

    /// @param filled whether rows get a value from a default or an identity
    /// @param inherited whether it is a parent's column
    /// @param labels of its type, if that is an enum
    record Column(
            String name,
            String type,
            ResultType result,
            boolean notNull,
            boolean filled,
            boolean generated,
            boolean inherited,
            List<String> labels) {}

    /// @param index that holds it up, or 0
    /// @param columns in their order
    /// @param indexed whether an index finds the rows by these columns
    record Constraint(
            long oid, ConstraintKind kind, boolean validated, long index, List<String> columns, boolean indexed) {}

    /// The same when the transaction has ended.
    Relation committed() {
        return new Relation(
                oid,
                name,
                shortName,
                kind,
                index,
                partition,
                root,
                file,
                tablespace,
                0,
                0,
                Set.of(),
                columns,
                constraints,
                disabled);
    }

    boolean hasColumn(String column) {
        return columns.values().stream().anyMatch(one -> one.name().equals(column));
    }

    boolean isIndex() {
        return kind == RelationKind.INDEX;
    }
}
