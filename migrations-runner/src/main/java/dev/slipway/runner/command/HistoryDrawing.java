package dev.slipway.runner.command;

import dev.slipway.runner.engine.status.HistoryResult.Entry;
import dev.slipway.runner.model.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Puts the drawing of the graph beside a list of entries, unless the graph is a single line.
public final class HistoryDrawing {
    private record Line(String drawing, String text) {}

    private final List<Line> lines = new ArrayList<>();

    private HistoryDrawing() {}

    /// @param table its heading, and then one line for each entry
    /// @param details more lines on an entry, to stand under its own
    static List<String> beside(List<String> table, List<Entry> entries, Function<Entry, List<String>> details) {
        HistoryDrawing drawing = new HistoryDrawing();
        drawing.lines.add(new Line("", table.getFirst()));
        drawing.draw(table.subList(1, table.size()), entries, details);
        int width = drawing.lines.stream()
                .mapToInt(line -> line.drawing().length())
                .max()
                .orElse(0);
        int column = width == 0 ? 0 : width + 1;
        return drawing.lines.stream()
                .map(line ->
                        (line.drawing() + " ".repeat(column - line.drawing().length()) + line.text()).stripTrailing())
                .toList();
    }

    private void draw(List<String> table, List<Entry> entries, Function<Entry, List<String>> details) {
        Map<String, GraphDrawing.Row> rows =
                rows(entries.stream().filter(Entry::isRevision).toList());
        Iterator<String> texts = table.iterator();
        String below = "";
        for (Entry entry : entries) {
            GraphDrawing.Row row = entry.isRevision() ? rows.get(entry.label()) : null;
            if (row != null) {
                row.above().forEach(connection -> lines.add(new Line(connection, "")));
                below = row.below();
            }
            lines.add(new Line(row == null ? below : row.node(), texts.next()));
            for (String detail : details.apply(entry)) {
                lines.add(new Line(below, detail));
            }
        }
    }

    /// @return nothing if the revisions are a single line
    private static Map<String, GraphDrawing.Row> rows(List<Entry> revisions) {
        return isLine(revisions) ? Map.of() : graph(revisions);
    }

    /// The drawing beside each revision, by label.
    public static Map<String, GraphDrawing.Row> graph(List<Entry> revisions) {
        List<String> order = revisions.stream().map(Entry::label).toList();
        Map<String, List<String>> parents = new HashMap<>();
        revisions.forEach(revision -> parents.put(revision.label(), parents(revision)));
        Iterator<GraphDrawing.Row> drawn = GraphDrawing.of(order, label -> parents.getOrDefault(label, List.of()))
                .iterator();
        Map<String, GraphDrawing.Row> rows = new HashMap<>();
        order.forEach(label -> rows.put(label, drawn.next()));
        return rows;
    }

    private static List<String> parents(Entry revision) {
        return revision.parents().stream().map(Version::toString).toList();
    }

    private static boolean isLine(List<Entry> revisions) {
        List<String> order = revisions.stream().map(Entry::label).toList();
        for (int i = 0; i < order.size(); i++) {
            List<String> before = i == 0 ? List.of() : List.of(order.get(i - 1));
            List<String> parents =
                    parents(revisions.get(i)).stream().filter(order::contains).toList();
            if (!parents.equals(before)) {
                return false;
            }
        }
        return true;
    }
}
