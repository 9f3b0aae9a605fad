package dev.slipway.runner.model.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What differs between two texts, line by line: `- ` before, `+ ` after, and a few equal lines around.
final class LineDiff {
    private static final int AROUND = 2;
    private static final long LARGEST_TABLE = 4_000_000;

    private final List<String> before;
    private final List<String> after;
    private final int[][] common;

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.common = common(before, after);
    }

    /// Texts of thousands of lines are not compared but shown one after the other.
    static List<String> between(List<String> before, List<String> after) {
        return (long) before.size() * after.size() > LARGEST_TABLE
                ? Stream.concat(
                                before.stream().map("- "::concat),
                                after.stream().map("+ "::concat))
                        .toList()
                : shortened(new LineDiff(before, after).all());
    }

    /// How many lines the rests of both from each place on have in common.
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private List<String> all() {
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add("  " + before.get(i++));
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + before.get(i++));
            } else {
                lines.add("+ " + after.get(j++));
            }
        }
        return lines;
    }

    private static List<String> shortened(List<String> lines) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean near = lines.subList(Math.max(0, i - AROUND), Math.min(lines.size(), i + AROUND + 1)).stream()
                    .anyMatch(line -> !line.startsWith("  "));
            if (near) {
                kept.add(lines.get(i));
            } else if (kept.isEmpty() || !kept.getLast().equals("  ...")) {
                kept.add("  ...");
            }
        }
        return kept;
    }
}
