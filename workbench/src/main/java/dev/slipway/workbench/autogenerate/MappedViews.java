package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.entity.EntityTable;
import java.util.List;
import java.util.Map;

/// Entities that read from what is no table. Nothing is made or compared for them.
///
/// @param kinds what there is beside tables, as `view`, by its name
record MappedViews(Map<String, String> kinds) {
    MappedViews {
        kinds = Map.copyOf(kinds);
    }

    /// Those on tables, without foreign keys to others.
    List<EntityTable> tables(List<EntityTable> entities) {
        return entities.stream()
                .filter(entity -> !kinds.containsKey(label(entity.schema(), entity.name())))
                .map(entity -> entity.referring(entity.references().stream()
                        .filter(reference -> !kinds.containsKey(label(reference.targetSchema(), reference.target())))
                        .toList()))
                .toList();
    }

    /// A line for each that is left out, for people.
    List<String> texts(List<EntityTable> entities) {
        return entities.stream()
                .filter(entity -> kinds.containsKey(label(entity.schema(), entity.name())))
                .map(entity -> {
                    String label = label(entity.schema(), entity.name());
                    return "%s %s of entity %s is not compared: change it in a script written by hand"
                            .formatted(kinds.get(label), label, entity.origin());
                })
                .sorted()
                .toList();
    }

    private static String label(String schema, String name) {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
