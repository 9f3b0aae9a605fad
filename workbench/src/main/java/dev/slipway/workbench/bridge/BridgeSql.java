package dev.slipway.workbench.bridge;

import dev.slipway.runner.postgres.bridge.BridgeAgreement;
import dev.slipway.runner.postgres.bridge.BridgeFunction;
import dev.slipway.runner.postgres.bridge.LiveBridge;
import dev.slipway.runner.postgres.sql.Quote;

/// The function and the triggers that keep two columns equal.
///
/// @param table as it can stand in SQL, as do the names of the function and its triggers
public record BridgeSql(String table, String function, String onInsert, String onUpdate, BridgeAgreement agreement) {
    public String create() {
        return """
            %s

            comment on function %s() is %s;

            create trigger %s
                before insert on %s
                for each row execute function %s();

            create trigger %s
                before update on %s
                for each row when (%s
                    or %s)
                execute function %s();

            alter table %s
                enable always trigger %s,
                enable always trigger %s;
            """.formatted(
                new BridgeFunction(function, agreement).create(),
                function,
                Quote.literal(LiveBridge.MARK + agreement.bridge().text()).strip(),
                onInsert,
                table,
                function,
                onUpdate,
                table,
                agreement.changed(agreement.left()),
                agreement.changed(agreement.right()),
                function,
                table,
                onInsert,
                onUpdate);
    }

    public String drop() {
        return """
            drop trigger %s on %s;
            drop trigger %s on %s;
            drop function %s();
            """.formatted(onInsert, table, onUpdate, table, function);
    }
}
