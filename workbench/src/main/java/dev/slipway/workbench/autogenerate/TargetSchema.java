package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.entity.EntityTable;
import dev.slipway.workbench.table.TableDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What entities ask for.
///
/// @param tables as PostgreSQL describes them
record TargetSchema(List<EntityTable> entities, List<TableDefinition> tables) {
    TargetSchema {
        tables = List.copyOf(tables);
        List<TableDefinition> made = tables;
        entities = entities.stream().map(entity -> limited(entity, made)).toList();
    }

    /// The values of the enums that columns keep by name, such as those of `users.level`.
    Map<String, List<String>> words() {
        Map<String, List<String>> words = new HashMap<>();
        for (EntityTable entity : entities) {
            entity.columns().stream()
                    .filter(column -> !column.words().isEmpty())
                    .forEach(column -> words.put(entity.label() + "." + column.name(), column.words()));
        }
        return words;
    }

    /// Where a definition says which values an enum has, that counts.
    private static EntityTable limited(EntityTable entity, List<TableDefinition> tables) {
        List<TableDefinition.Check> checks = tables.stream()
                .filter(table ->
                        table.schema().equals(entity.schema()) && table.name().equals(entity.name()))
                .flatMap(table -> table.checks().stream())
                .filter(check -> NameCheck.values(check).isPresent())
                .toList();
        return entity.having(entity.columns().stream()
                .map(column -> checks.stream().anyMatch(check -> check.columns().equals(List.of(column.name())))
                        ? column.withoutWords()
                        : column)
                .toList());
    }
}
