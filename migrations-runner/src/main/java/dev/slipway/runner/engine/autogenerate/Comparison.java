package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.model.entity.EntityTable;
import dev.slipway.runner.model.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds how tables differ from those that entities ask for.
///
/// What entities cannot express is left alone, and a name alone is no difference.
final class Comparison {
    private final Map<String, Table> now;
    private final Map<String, Table> wanted;
    private final Map<String, EntityTable> entities = new LinkedHashMap<>();
    private final Set<String> sequences;
    private final Kept kept;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(Wanted wanted, List<Table> now, Set<String> sequences, Kept kept) {
        this.now = byLabel(now);
        this.wanted = byLabel(wanted.tables());
        wanted.entities().forEach(entity -> entities.put(label(entity), entity));
        this.sequences = Set.copyOf(sequences);
        this.kept = kept;
    }

    /// @param sequences those that are there
    static List<Difference> differences(Wanted wanted, List<Table> now, Set<String> sequences, Kept kept) {
        return new Comparison(wanted, now, sequences, kept).differences();
    }

    private List<Difference> differences() {
        wanted.forEach((label, table) -> {
            EntityTable entity = entities.get(label);
            Table standing = now.get(label);
            if (entity == null) {
                throw new IllegalStateException(label);
            }
            if (standing == null) {
                differences.add(new Difference.NewTable(table, words(entity), entity.sequences()));
            } else {
                addSequences(table, entity);
                differences.addAll(new TableComparison(standing, table, entity, kept).differences());
            }
        });
        lost().forEach(table -> differences.add(new Difference.LostTable(table)));
        differences.removeIf(each -> each instanceof Difference.Surplus surplus && kept.surplus(surplus));
        return differences;
    }

    private void addSequences(Table table, EntityTable entity) {
        for (String sequence : entity.sequences()) {
            if (!sequences.contains(sequence)) {
                table.columns().stream()
                        .filter(column -> TypeText.isNext(column.defaultValue(), sequence))
                        .forEach(column -> differences.add(new Difference.NewSequence(table, column.name(), sequence)));
            }
        }
    }

    /// Those that refer to others before them.
    private List<Table> lost() {
        List<Table> rest = new ArrayList<>(now.values().stream()
                .filter(table -> !wanted.containsKey(table.label()) && !kept.table(table.label()))
                .toList());
        List<Table> ordered = new ArrayList<>();
        while (!rest.isEmpty()) {
            Table next = rest.stream()
                    .filter(table -> rest.stream().noneMatch(other -> !other.equals(table) && refers(other, table)))
                    .findFirst()
                    .orElse(rest.getFirst());
            rest.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean refers(Table from, Table to) {
        return from.foreignKeys().stream()
                .anyMatch(key ->
                        key.target().equals(to.name()) && key.targetSchema().equals(to.schema()));
    }

    private static List<Difference.Words> words(EntityTable entity) {
        return entity.columns().stream()
                .filter(column -> !column.words().isEmpty())
                .map(column -> new Difference.Words(column.name(), column.words()))
                .toList();
    }

    private static String label(EntityTable entity) {
        return entity.schema().isEmpty() ? entity.name() : entity.schema() + "." + entity.name();
    }

    private static Map<String, Table> byLabel(List<Table> tables) {
        Map<String, Table> byLabel = new LinkedHashMap<>();
        tables.forEach(table -> byLabel.put(table.label(), table));
        return byLabel;
    }

    static Optional<Table> find(List<Table> tables, String label) {
        return tables.stream().filter(table -> table.label().equals(label)).findFirst();
    }
}
