package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.model.entity.EntityTable;
import dev.slipway.runner.model.table.Table;
import java.util.List;

/// What entities ask for.
///
/// @param tables as PostgreSQL describes them
record Wanted(List<EntityTable> entities, List<Table> tables) {
    Wanted {
        entities = List.copyOf(entities);
        tables = List.copyOf(tables);
    }
}
