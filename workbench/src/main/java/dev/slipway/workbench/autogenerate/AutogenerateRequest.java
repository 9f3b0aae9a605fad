package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.engine.upgrade.ScratchUpgrade;
import dev.slipway.workbench.entity.EntityTable;
import java.util.List;
import java.util.Set;

/// What is to be compared.
///
/// @param ground the revision that new ones build on
/// @param renames those that are known
/// @param drops what no entity knows and is to go: `audit`, `users.phone`, `users_name_idx`
/// @param together whether all becomes one revision, for tables that are small
public record AutogenerateRequest(
        ScratchUpgrade ground,
        List<EntityTable> entities,
        IgnoredObjects kept,
        List<ObjectRename> renames,
        Set<String> drops,
        boolean together) {
    public AutogenerateRequest {
        entities = List.copyOf(entities);
        renames = List.copyOf(renames);
        drops = Set.copyOf(drops);
    }
}
