package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.entity.EntityTable;
import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds how tables differ from those that entities ask for.
///
/// What entities cannot express is left alone, and a name alone is no difference.
final class ModelComparison {
    private final Map<String, TableDefinition> now;
    private final Map<String, TableDefinition> wanted;
    private final Map<String, EntityTable> entities = new LinkedHashMap<>();
    private final Set<String> sequences;
    private final IgnoredObjects kept;
    private final List<ModelDifference> differences = new ArrayList<>();

    private ModelComparison(
            TargetSchema wanted, List<TableDefinition> now, Set<String> sequences, IgnoredObjects kept) {
        this.now = byLabel(now);
        this.wanted = byLabel(wanted.tables());
        wanted.entities().forEach(entity -> entities.put(entity.label(), entity));
        this.sequences = Set.copyOf(sequences);
        this.kept = kept;
    }

    /// @param sequences those that are there
    static List<ModelDifference> differences(
            TargetSchema wanted, List<TableDefinition> now, Set<String> sequences, IgnoredObjects kept) {
        return new ModelComparison(wanted, now, sequences, kept).differences();
    }

    private List<ModelDifference> differences() {
        wanted.forEach((label, table) -> {
            EntityTable entity = entities.get(label);
            TableDefinition standing = now.get(label);
            if (entity == null) {
                throw new IllegalStateException(label);
            }
            if (standing == null) {
                differences.add(new ModelDifference.NewTable(table, words(entity), entity.sequences()));
            } else {
                addSequences(standing, table, entity);
                differences.addAll(new ModelTableComparison(standing, table, entity, kept).differences());
            }
        });
        lost().forEach(table -> differences.add(new ModelDifference.LostTable(table)));
        differences.removeIf(each -> each instanceof ModelDifference.Surplus surplus && kept.surplus(surplus));
        return differences;
    }

    private void addSequences(TableDefinition standing, TableDefinition table, EntityTable entity) {
        for (String sequence : entity.sequences()) {
            if (!sequences.contains(sequence)) {
                table.columns().stream()
                        .filter(column -> TypeText.isNext(column.defaultValue(), sequence))
                        .forEach(column ->
                                differences.add(new ModelDifference.NewSequence(standing, column.name(), sequence)));
            }
        }
    }

    /// Those that refer to others before them.
    private List<TableDefinition> lost() {
        List<TableDefinition> rest = new ArrayList<>(now.values().stream()
                .filter(table -> !wanted.containsKey(table.label()) && !kept.table(table.label()))
                .toList());
        List<TableDefinition> ordered = new ArrayList<>();
        while (!rest.isEmpty()) {
            TableDefinition next = rest.stream()
                    .filter(table -> rest.stream().noneMatch(other -> !other.equals(table) && refers(other, table)))
                    .findFirst()
                    .orElse(rest.getFirst());
            rest.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean refers(TableDefinition from, TableDefinition to) {
        return from.foreignKeys().stream()
                .anyMatch(key ->
                        key.target().equals(to.name()) && key.targetSchema().equals(to.schema()));
    }

    private static List<ModelDifference.Words> words(EntityTable entity) {
        return entity.columns().stream()
                .filter(column -> !column.words().isEmpty())
                .map(column -> new ModelDifference.Words(column.name(), column.words()))
                .toList();
    }

    private static Map<String, TableDefinition> byLabel(List<TableDefinition> tables) {
        Map<String, TableDefinition> byLabel = new LinkedHashMap<>();
        tables.forEach(table -> byLabel.put(table.label(), table));
        return byLabel;
    }

    static Optional<TableDefinition> find(List<TableDefinition> tables, String label) {
        return tables.stream().filter(table -> table.label().equals(label)).findFirst();
    }
}
