package dev.slipway.workbench.autogenerate;

import dev.slipway.workbench.entity.EntityTable;
import dev.slipway.workbench.table.TableDefinition;
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
