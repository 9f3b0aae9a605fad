package dev.slipway.workbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A table as a diagram draws it: a box with room for all columns it ever has, those of the last schema first.
///
/// @param name qualified
record DiagramTable(String name, PartStates states, List<Column> columns) {
    static final int ROW = 18;
    static final int PADDING = 8;

    /// Of a character of the font, which has one width.
    private static final double CHARACTER = 7.3;

    /// What is longer is cut; the list of changes has it whole.
    private static final int LONGEST = 48;

    record Column(String name, PartStates states) {
        boolean isKey(int place) {
            return states.at(place).filter(text -> text.matches("(FK )*PK .*")).isPresent();
        }
    }

    static List<DiagramTable> of(SchemaTimeline timeline) {
        int last = timeline.last();
        Comparator<Column> order = Comparator.comparing(
                        (Column column) -> column.states().at(last).isEmpty())
                .thenComparing(column -> !column.isKey(last))
                .thenComparing(Column::name);
        List<DiagramTable> tables = new ArrayList<>();
        for (Map.Entry<DiagramPart, PartStates> part : timeline.parts().entrySet()) {
            if (part.getKey().kind() == DiagramPart.Kind.TABLE) {
                String name = part.getKey().table();
                tables.add(new DiagramTable(
                        name,
                        part.getValue(),
                        columns(timeline, name).sorted(order).toList()));
            }
        }
        return tables;
    }

    private static Stream<Column> columns(SchemaTimeline timeline, String table) {
        return timeline.parts().entrySet().stream()
                .filter(part -> part.getKey().kind() == DiagramPart.Kind.COLUMN
                        && part.getKey().table().equals(table))
                .map(part -> new Column(part.getKey().name(), Objects.requireNonNull(part.getValue())));
    }

    /// Without the schema that most tables are in.
    String title() {
        return name.startsWith("public.") ? name.substring("public.".length()) : name;
    }

    double width() {
        int longest = columns.stream()
                .mapToInt(column -> column.name().length()
                        + 1
                        + Math.min(LONGEST, column.states().width()))
                .max()
                .orElse(0);
        return Math.max(longest + 2, title().length()) * CHARACTER + 2 * PADDING;
    }

    double height() {
        return (columns.size() + 1) * ROW + 2 * PADDING;
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
