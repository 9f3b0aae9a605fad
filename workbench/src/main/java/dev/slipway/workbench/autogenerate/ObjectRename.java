package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.workbench.table.TableDefinition;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A table or column that gets another name and keeps what is in it.
///
/// @param table the label of the table
/// @param column null for the table itself
public record ObjectRename(String table, @Nullable String column, String to) {
    private static final Pattern OF_COLUMN = Pattern.compile("(.+)\\.([^.=]+)=(.+)\\.([^.=]+)");
    private static final Pattern OF_TABLE = Pattern.compile("([^=]+)=([^=]+)");

    /// Takes `users.name=users.full_name` and `people=users`.
    ///
    /// @throws SlipwayException with `UsageFailure` for what is neither
    public static ObjectRename parse(String text) {
        Matcher column = OF_COLUMN.matcher(text);
        if (column.matches() && column.group(1).equals(column.group(3))) {
            return new ObjectRename(column.group(1), column.group(2), column.group(4));
        }
        Matcher table = OF_TABLE.matcher(text);
        if (table.matches() && text.indexOf('.') < 0) {
            return new ObjectRename(table.group(1), null, table.group(2));
        }
        throw new SlipwayException(new UsageFailure(
                "--rename \"%s\" is no renaming".formatted(text),
                "write --rename users.name=users.full_name, or --rename people=users"));
    }

    String text() {
        return "%s=%s".formatted(label(), toLabel());
    }

    /// The table of a schema reads as a column of a table: `shop.people=shop.users`.
    ObjectRename ofTable() {
        int dot = table.lastIndexOf('.');
        return column == null || dot >= 0 ? this : new ObjectRename(label(), null, to);
    }

    /// For people: `column users.name`.
    public String what() {
        return (column == null ? "table " : "column ") + label();
    }

    /// As people name what it becomes: `users.full_name`.
    public String toLabel() {
        int dot = table.lastIndexOf('.');
        return column == null ? table.substring(0, dot + 1) + to : "%s.%s".formatted(table, to);
    }

    /// As people name what it renames: `users.name`.
    String label() {
        return column == null ? table : "%s.%s".formatted(table, column);
    }

    ScriptPart part(TableDefinition standing, SqlStyle sql) {
        String name = sql.of(standing);
        String from = column;
        return from == null
                ? ScriptPart.of(
                        ScriptPhase.RENAME,
                        table,
                        "alter table %s rename to %s".formatted(name, sql.of(to)),
                        "alter table %s rename to %s".formatted(sql.of(standing.schema(), to), sql.of(standing.name())))
                : ScriptPart.of(
                        ScriptPhase.RENAME,
                        table,
                        "alter table %s rename column %s to %s".formatted(name, sql.of(from), sql.of(to)),
                        "alter table %s rename column %s to %s".formatted(name, sql.of(to), sql.of(from)));
    }
}
