package dev.slipway.runner.engine.fleet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The order in which tenants are worked on: one of each server in turn, so that all servers have something to do.
final class ServerTurns {
    private ServerTurns() {}

    static List<Tenant> of(List<Tenant> tenants) {
        Map<String, Deque<Tenant>> servers = new LinkedHashMap<>();
        tenants.forEach(tenant -> servers.computeIfAbsent(tenant.settings().server(), _ -> new ArrayDeque<>())
                .add(tenant));
        List<Tenant> turns = new ArrayList<>();
        while (!servers.isEmpty()) {
            servers.values().forEach(waiting -> turns.add(waiting.remove()));
            servers.values().removeIf(Deque::isEmpty);
        }
        return turns;
    }
}
