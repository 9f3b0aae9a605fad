package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.workbench.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
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
        return column == null ? "%s=%s".formatted(table, to) : "%s=%s.%s".formatted(label(), table, to);
    }

    /// For people: `column users.name`.
    public String what() {
        return (column == null ? "table " : "column ") + label();
    }

    /// As people name what it renames: `users.name`.
    String label() {
        return column == null ? table : "%s.%s".formatted(table, column);
    }

    /// Whether what goes and what comes under another name could be the same.
    static List<ObjectRename> candidates(List<ModelDifference> differences) {
        List<ObjectRename> candidates = new ArrayList<>();
        for (ModelDifference lost : differences) {
            for (ModelDifference found : differences) {
                if (lost instanceof ModelDifference.LostColumn gone
                        && found instanceof ModelDifference.NewColumn come) {
                    if (gone.in().label().equals(come.in().label()) && isLike(gone.column(), come.column())) {
                        candidates.add(new ObjectRename(
                                gone.in().label(),
                                gone.column().name(),
                                come.column().name()));
                    }
                } else if (lost instanceof ModelDifference.LostTable gone
                        && found instanceof ModelDifference.NewTable come) {
                    if (gone.in().schema().equals(come.in().schema()) && isLike(gone.in(), come.in())) {
                        candidates.add(new ObjectRename(
                                gone.in().label(), null, come.in().name()));
                    }
                }
            }
        }
        return candidates;
    }

    private static boolean isLike(TableDefinition.Column one, TableDefinition.Column other) {
        return TypeText.family(one.type()).equals(TypeText.family(other.type()));
    }

    private static boolean isLike(TableDefinition one, TableDefinition other) {
        return one.columns().size() == other.columns().size()
                && one.columns().stream()
                        .allMatch(column -> other.column(column.name())
                                .filter(each -> isLike(column, each))
                                .isPresent());
    }

    ScriptPart part(TableDefinition standing, SqlNames names) {
        String name = names.of(standing);
        String from = column;
        return from == null
                ? ScriptPart.of(
                        ScriptPhase.RENAME,
                        table,
                        "alter table %s rename to %s".formatted(name, names.of(to)),
                        "alter table %s rename to %s"
                                .formatted(names.of(standing.schema(), to), names.of(standing.name())))
                : ScriptPart.of(
                        ScriptPhase.RENAME,
                        table,
                        "alter table %s rename column %s to %s".formatted(name, names.of(from), names.of(to)),
                        "alter table %s rename column %s to %s".formatted(name, names.of(to), names.of(from)));
    }
}
