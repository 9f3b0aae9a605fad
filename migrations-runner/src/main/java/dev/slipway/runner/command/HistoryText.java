package dev.slipway.runner.command;

import dev.slipway.runner.engine.status.HistoryResult;
import dev.slipway.runner.model.Durations;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The history as a table whose columns are as wide as their widest cell.
final class HistoryText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private HistoryText() {}

    static String of(HistoryResult result) {
        List<List<String>> rows = new java.util.ArrayList<>();
        rows.add(List.of("REVISION", "DESCRIPTION", "STATE", "APPLIED", "BY", "TIME"));
        result.entries().forEach(entry -> rows.add(cells(entry)));
        return rows.stream()
                .map(row -> line(row, rows))
                .collect(Collectors.joining("\n", result.database() + "\n\n", ""));
    }

    private static List<String> cells(HistoryResult.Entry entry) {
        LocalDateTime on = entry.installedOn();
        String by = entry.installedBy();
        Integer milliseconds = entry.milliseconds();
        return List.of(
                entry.label(),
                entry.description(),
                entry.state().name().toLowerCase(Locale.ROOT),
                on == null ? "" : TIME.format(on),
                by == null ? "" : by,
                milliseconds == null ? "" : Durations.text(Duration.ofMillis(milliseconds)));
    }

    private static String line(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int index = column;
            int width = rows.stream()
                    .mapToInt(other -> other.get(index).length())
                    .max()
                    .orElse(0);
            line.append(row.get(column))
                    .append(" ".repeat(width - row.get(column).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
