package dev.slipway.workbench.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        Map<String, List<Column>> columns = columns(timeline);
        return timeline.of(DiagramPart.Kind.TABLE).stream()
                .map(part -> new DiagramTable(
                        part.table(),
                        timeline.states(part),
                        columns.getOrDefault(part.table(), List.of()).stream()
                                .sorted(order)
                                .toList()))
                .toList();
    }

    private static Map<String, List<Column>> columns(SchemaTimeline timeline) {
        return timeline.of(DiagramPart.Kind.COLUMN).stream()
                .collect(Collectors.groupingBy(
                        DiagramPart::table,
                        Collectors.mapping(
                                part -> new Column(part.name(), timeline.states(part)), Collectors.toList())));
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
