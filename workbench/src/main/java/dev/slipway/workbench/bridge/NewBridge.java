package dev.slipway.workbench.bridge;

import dev.slipway.runner.postgres.bridge.BridgeAgreement;
import dev.slipway.runner.postgres.bridge.BridgeColumn;
import dev.slipway.runner.sql.Bridge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bridge that is to be written.
///
/// @param added the side that does not exist yet, or null
/// @param key the columns by which the rows are gone through
record NewBridge(BridgeSql sql, @Nullable BridgeColumn added, List<String> key) {
    private static final String LAST =
            "-- They fire after other triggers, in the order of their names, and see what those" + " changed.\n";

    NewBridge {
        key = List.copyOf(key);
    }

    Bridge bridge() {
        return agreement().bridge();
    }

    private BridgeAgreement agreement() {
        return sql.agreement();
    }

    /// The side that rows get from the other: the new one, else the right one.
    BridgeColumn filled() {
        return agreement().left().equals(added)
                ? agreement().left()
                : agreement().right();
    }

    String create() {
        String column = added == null
                ? ""
                : "alter table %s add column %s %s;\n\n".formatted(sql.table(), added.sql(), added.definition());
        return column + sql.create().replaceFirst("(?m)^create trigger", LAST + "create trigger");
    }

    String drop() {
        return sql.drop()
                + (added == null ? "" : "alter table %s drop column %s;\n".formatted(sql.table(), added.sql()));
    }

    String fill() {
        boolean left = filled().equals(agreement().left());
        String value = left
                ? agreement().leftFrom(agreement().right().sql())
                : agreement().rightFrom(agreement().left().sql());
        return """
            -- batch: %s

            update %s
            set %s = %s
            where %s%s;
            """.formatted(
                        String.join(", ", key),
                        sql.table(),
                        filled().sql(),
                        value,
                        agreement().disagree(),
                        bridge().left().isCopy()
                                ? ""
                                : "\n    or %s is null and %s is not null".formatted(filled().sql(), value));
    }
}
