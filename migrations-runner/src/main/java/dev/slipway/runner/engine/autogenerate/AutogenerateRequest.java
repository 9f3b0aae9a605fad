package dev.slipway.runner.engine.autogenerate;

import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.engine.graph.Target;
import dev.slipway.runner.engine.plan.Placeholders;
import dev.slipway.runner.model.entity.EntityTable;
import dev.slipway.runner.postgres.connect.Session;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What is to be compared.
///
/// @param target the revision that new ones build on
/// @param placeholders those of a scratch database
/// @param renames those that are known
/// @param drops what no entity knows and is to go: `audit`, `users.phone`, `users_name_idx`
public record AutogenerateRequest(
        RevisionGraph graph,
        Target target,
        String historyTable,
        Function<Session, Placeholders> placeholders,
        List<EntityTable> entities,
        Kept kept,
        List<Rename> renames,
        Set<String> drops) {
    public AutogenerateRequest {
        entities = List.copyOf(entities);
        renames = List.copyOf(renames);
        drops = Set.copyOf(drops);
    }
}
