package dev.slipway.workbench.prove;

import dev.slipway.runner.postgres.bridge.LiveBridge;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.sql.Bridge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The columns that bridges keep equal to others: what one of them held is not lost as long as the other has it.
final class BridgedColumns {
    private final Map<String, String> others = new HashMap<>();

    private BridgedColumns() {}

    /// Those of lost columns whose values are gone.
    ///
    /// @param lost as `email of public.users`
    static List<String> gone(Session session, List<String> lost) {
        return lost.isEmpty() ? lost : in(session).without(lost);
    }

    private static BridgedColumns in(Session session) {
        BridgedColumns columns = new BridgedColumns();
        for (LiveBridge live : DatabaseCall.query("list the bridges", () -> LiveBridge.all(session))) {
            live.bridge().ifPresent(bridge -> live.table().ifPresent(table -> columns.add(bridge, table)));
        }
        return columns;
    }

    private void add(Bridge bridge, String table) {
        String left = "%s of %s".formatted(bridge.left().column(), table);
        String right = "%s of %s".formatted(bridge.right().column(), table);
        others.put(left, right);
        others.put(right, left);
    }

    private List<String> without(List<String> lost) {
        return lost.stream()
                .filter(column ->
                        !others.containsKey(column) || lost.contains(Objects.requireNonNull(others.get(column))))
                .toList();
    }
}
