package dev.slipway.runner.postgres.bridge;

import dev.slipway.runner.postgres.sql.Quote;

/// The function and the triggers that keep two columns equal.
///
/// @param table as it can stand in SQL, as do the names of the function and its triggers
public record BridgeSql(String table, String function, String onInsert, String onUpdate, Agreement agreement) {
    private static final String INSERTING = "tg_op = 'INSERT' and ";
    private static final String UPDATING = "tg_op = 'UPDATE' and ";

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
                        definition(),
                        function,
                        literal(LiveBridge.MARK + agreement.bridge().text()),
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

    private String body() {
        Agreement all = agreement;
        String copyRight = "new.%s := %s;".formatted(all.right().sql(), all.newRightFromLeft());
        String copyLeft = "new.%s := %s;".formatted(all.left().sql(), all.newLeftFromRight());
        return """
            #variable_conflict use_column
            begin
                if %s then
                    %s
                elsif %s then
                    %s
                elsif %s then
                    return new;
            %s    else
                    raise exception using errcode = 'check_violation', schema = tg_table_schema,
                        table = tg_table_name, message = %s,
                        hint = 'give or change one of them, and the other follows';
                end if;
                return new;
            end
            """.formatted(
                        INSERTING + all.newRight() + " is null",
                        copyRight,
                        INSERTING + all.newLeft() + " is null",
                        copyLeft,
                        all.agreeNew(),
                        defaults(copyLeft, copyRight)
                                + branch(UPDATING + all.unchanged(all.left()), copyLeft)
                                + branch(UPDATING + all.unchanged(all.right()), copyRight),
                        literal("\"%s\" and \"%s\" are given values that do not agree"
                                .formatted(all.left().name(), all.right().name())));
    }

    private String definition() {
        String body = body();
        String tag = "$bridge$";
        while (body.contains(tag)) {
            tag = tag.substring(0, tag.length() - 1) + "_$";
        }
        return "create function %s() returns trigger\nlanguage plpgsql as %s\n%s%s;"
                .formatted(function, tag, body, tag);
    }

    private String defaults(String copyLeft, String copyRight) {
        return byDefault(agreement.left(), copyLeft) + byDefault(agreement.right(), copyRight);
    }

    /// A value that is also the default cannot be told from one that was not given.
    private String byDefault(BridgeColumn column, String copy) {
        String value = column.defaultValue();
        return value == null
                ? ""
                : branch(INSERTING + agreement.same(column, "new." + column.sql(), "(%s)".formatted(value)), copy);
    }

    private static String branch(String condition, String copy) {
        return "    elsif %s then\n        %s\n".formatted(condition, copy);
    }

    private static String literal(String text) {
        return Quote.literal(text).strip();
    }
}
