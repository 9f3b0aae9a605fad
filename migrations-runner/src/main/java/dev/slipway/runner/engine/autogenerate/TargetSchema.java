package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.model.entity.EntityTable;
import dev.slipway.runner.model.table.TableDefinition;
import java.util.List;

/// What entities ask for.
///
/// @param tables as PostgreSQL describes them
record TargetSchema(List<EntityTable> entities, List<TableDefinition> tables) {
    TargetSchema {
        entities = List.copyOf(entities);
        tables = List.copyOf(tables);
    }
}
