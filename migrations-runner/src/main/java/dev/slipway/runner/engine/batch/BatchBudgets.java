package dev.slipway.runner.engine.batch;

import dev.slipway.runner.postgres.connect.Session;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A budget for each server.
public final class BatchBudgets {
    private final Map<String, BatchBudget> servers = new ConcurrentHashMap<>();

    /// That of the server which a session is on.
    public BatchBudget of(Session session) {
        return servers.computeIfAbsent(session.origin().settings().server(), _ -> new BatchBudget());
    }
}
