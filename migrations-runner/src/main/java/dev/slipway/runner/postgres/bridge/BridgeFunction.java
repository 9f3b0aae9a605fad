package dev.slipway.runner.postgres.bridge;

import dev.slipway.runner.postgres.sql.Quote;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The trigger function that keeps two columns equal.
///
/// @param name as it can stand in SQL
public record BridgeFunction(String name, BridgeAgreement agreement) {
    private static final String INSERTING = "tg_op = 'INSERT' and ";
    private static final String UPDATING = "tg_op = 'UPDATE' and ";
    /// Stands where a text may be any.
    private static final String ANY = "\0";

    /// The statement that creates it.
    public String create() {
        String body = body(byDefault(agreement.left(), agreement.left().defaultValue(), copyLeft())
                + byDefault(agreement.right(), agreement.right().defaultValue(), copyRight()));
        String tag = "$bridge$";
        while (body.contains(tag)) {
            tag = tag.substring(0, tag.length() - 1) + "_$";
        }
        return "create function %s() returns trigger\nlanguage plpgsql as %s\n%s%s;".formatted(name, tag, body, tag);
    }

    /// Whether the source of a function does what this one does, whatever defaults the columns had when it was written.
    boolean isSource(String source) {
        String defaults = "(?:%s)?(?:%s)?"
                .formatted(
                        pattern(byDefault(agreement.left(), ANY, copyLeft())),
                        pattern(byDefault(agreement.right(), ANY, copyRight())));
        String[] around = body(ANY).split(ANY, 2);
        Pattern whole = Pattern.compile(Pattern.quote(around[0]) + defaults + Pattern.quote(around[1]), Pattern.DOTALL);
        return whole.matcher(source.replace("\r\n", "\n").strip() + "\n").matches();
    }

    private static String pattern(String text) {
        String[] around = text.split(ANY, 2);
        return Pattern.quote(around[0]) + ".*?" + Pattern.quote(around[1]);
    }

    private String body(String defaults) {
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
                        INSERTING + agreement.newRight() + " is null",
                        copyRight(),
                        INSERTING + agreement.newLeft() + " is null",
                        copyLeft(),
                        agreement.agreeNew(),
                        defaults
                                + branch(UPDATING + agreement.unchanged(agreement.left()), copyLeft())
                                + branch(UPDATING + agreement.unchanged(agreement.right()), copyRight()),
                        Quote.literal("\"%s\" and \"%s\" are given values that do not agree"
                                        .formatted(
                                                agreement.left().name(),
                                                agreement.right().name()))
                                .strip());
    }

    private String copyRight() {
        return "new.%s := %s;".formatted(agreement.right().sql(), agreement.newRightFromLeft());
    }

    private String copyLeft() {
        return "new.%s := %s;".formatted(agreement.left().sql(), agreement.newLeftFromRight());
    }

    /// A value that is also the default cannot be told from one that was not given.
    private String byDefault(BridgeColumn column, @Nullable String value, String copy) {
        return value == null
                ? ""
                : branch(INSERTING + agreement.same(column, "new." + column.sql(), "(%s)".formatted(value)), copy);
    }

    private static String branch(String condition, String copy) {
        return "    elsif %s then\n        %s\n".formatted(condition, copy);
    }
}
