package dev.slipway.runner.command;

import dev.slipway.runner.engine.status.HistoryResult;
import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.Version;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The history as a table, beside a drawing of the graph if that is more than one line.
final class HistoryText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int STATE_COLUMNS = 2;

    private final HistoryResult result;
    private final boolean verbose;
    private final boolean markCurrent;

    HistoryText(HistoryResult result, boolean verbose, boolean markCurrent) {
        this.result = result;
        this.verbose = verbose;
        this.markCurrent = markCurrent;
    }

    String text() {
        String refusal = RefusalText.of(result.refusal());
        String batches =
                result.batches().stream().map(batch -> "\n" + batch.text()).collect(Collectors.joining());
        String below = (batches.isEmpty() ? "" : "\n" + batches) + (refusal.isEmpty() ? "" : "\n" + refusal);
        if (result.entries().isEmpty()) {
            return "no revision" + below;
        }
        String head = result.database() == null ? "" : result.database() + "\n\n";
        return head + String.join("\n", HistoryDrawing.beside(table(), result.entries(), this::details)) + below;
    }

    private List<String> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns(List.of("REVISION", "DESCRIPTION", "STATE", "APPLIED", "BY", "TIME")));
        result.entries().forEach(entry -> rows.add(columns(cells(entry))));
        return TextTable.lines(rows);
    }

    private List<String> columns(List<String> cells) {
        return result.database() == null ? cells.subList(0, STATE_COLUMNS) : cells;
    }

    private List<String> cells(HistoryResult.Entry entry) {
        HistoryResult.State state = entry.state();
        LocalDateTime on = entry.installedOn();
        String by = entry.installedBy();
        Integer milliseconds = entry.milliseconds();
        return List.of(
                markCurrent && entry.current() ? entry.label() + " (current)" : entry.label(),
                entry.description() + standing(entry),
                state == null ? "" : state.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                on == null ? "" : TIME.format(on),
                by == null ? "" : by,
                milliseconds == null ? "" : Durations.text(Duration.ofMillis(milliseconds)));
    }

    private static String standing(HistoryResult.Entry entry) {
        return entry.standsFor().isEmpty() ? "" : " (stands for %s)".formatted(Version.list(entry.standsFor()));
    }

    private List<String> details(HistoryResult.Entry entry) {
        String script = entry.script();
        if (!verbose || script == null) {
            return List.of();
        }
        if (!entry.isRevision()) {
            return List.of("  file:    " + script);
        }
        String undo = entry.undo();
        String label = entry.branchLabel();
        return Stream.of(
                        "  parents: " + (entry.parents().isEmpty() ? "none" : Version.list(entry.parents())),
                        "  file:    " + script,
                        "  undo:    " + (undo == null ? "none" : undo),
                        label == null ? "" : "  label:   " + label)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
