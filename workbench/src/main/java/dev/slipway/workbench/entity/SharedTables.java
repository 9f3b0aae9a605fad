package dev.slipway.workbench.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Makes one table of those that several entities are mapped to. What they have in common is as the entity with the
/// most columns has it; others are often a part of it, for queries that need no more.
final class SharedTables {
    private SharedTables() {}

    static List<EntityTable> merged(List<EntityTable> tables) {
        Map<List<String>, EntityTable> merged = new LinkedHashMap<>();
        tables.stream()
                .sorted(Comparator.comparingInt(
                        (EntityTable table) -> -table.columns().size()))
                .forEach(table -> merged.merge(List.of(table.schema(), table.name()), table, SharedTables::merged));
        return new ArrayList<>(merged.values());
    }

    private static EntityTable merged(EntityTable one, EntityTable other) {
        return new EntityTable(
                one.schema(),
                one.name(),
                "%s, %s".formatted(one.origin(), other.origin()),
                union(one.columns(), other.columns(), EntityTable.Column::name),
                one.primaryKey().isEmpty() ? other.primaryKey() : one.primaryKey(),
                union(one.indexes(), other.indexes(), index -> List.of(index.columns(), index.unique())),
                union(one.references(), other.references(), EntityTable.Reference::columns),
                union(one.sequences(), other.sequences(), Function.identity()));
    }

    private static <T> List<T> union(List<T> some, List<T> more, Function<? super T, ?> by) {
        Map<Object, T> union = new LinkedHashMap<>();
        Stream.concat(some.stream(), more.stream()).forEach(each -> union.putIfAbsent(by.apply(each), each));
        return List.copyOf(union.values());
    }
}
