package dev.slipway.runner.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Reads a drawing as an eye would: which star is connected downwards with which.
final class DrawnGraph {
    private record Cell(int row, int column) {}

    private final List<String> lines;

    DrawnGraph(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /// @return "0 1" if the second star from above can be reached from the first without another star between
    Set<String> edges() {
        List<Cell> stars = stars();
        Set<String> edges = new TreeSet<>();
        for (Cell star : stars) {
            for (Cell reached : reached(star)) {
                edges.add(stars.indexOf(star) + " " + stars.indexOf(reached));
            }
        }
        return edges;
    }

    private List<Cell> stars() {
        List<Cell> stars = new ArrayList<>();
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < lines.get(row).length(); column++) {
                if (at(row, column) == '*') {
                    stars.add(new Cell(row, column));
                }
            }
        }
        return stars;
    }

    /// Lines that nothing leads to, as places.
    List<String> loose() {
        Set<String> seen = new TreeSet<>();
        for (Cell star : stars()) {
            walk(star, cell -> seen.add(cell.toString()));
        }
        List<String> loose = new ArrayList<>();
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < lines.get(row).length(); column++) {
                if (at(row, column) != ' ' && !seen.contains(new Cell(row, column).toString())) {
                    loose.add(at(row, column) + " at " + new Cell(row, column));
                }
            }
        }
        return loose;
    }

    private List<Cell> reached(Cell star) {
        List<Cell> reached = new ArrayList<>();
        walk(star, cell -> {
            if (at(cell.row(), cell.column()) == '*' && !cell.equals(star)) {
                reached.add(cell);
            }
        });
        return reached;
    }

    private void walk(Cell star, Consumer<Cell> visit) {
        Deque<Cell> open = new ArrayDeque<>(List.of(star));
        while (!open.isEmpty()) {
            Cell cell = open.remove();
            visit.accept(cell);
            if (cell.equals(star) || at(cell.row(), cell.column()) != '*') {
                open.addAll(under(cell));
            }
        }
    }

    private List<Cell> under(Cell cell) {
        int row = cell.row() + 1;
        int column = cell.column();
        return switch (at(cell.row(), column)) {
            case '/' -> at(row, column - 2) == '/' ? List.of(new Cell(row, column - 2)) : line(row, column - 1);
            case '\\' -> at(row, column + 2) == '\\' ? List.of(new Cell(row, column + 2)) : line(row, column + 1);
            default -> line(row, column);
        };
    }

    /// What a line that comes straight down meets.
    private List<Cell> line(int row, int column) {
        List<Cell> next = new ArrayList<>();
        boolean straight = at(row, column) == '|' || at(row, column) == '*';
        if (straight) {
            next.add(new Cell(row, column));
        } else if (at(row, column - 1) == '/') {
            next.add(new Cell(row, column - 1));
        }
        if (at(row, column + 1) == '\\') {
            next.add(new Cell(row, column + 1));
        }
        return next;
    }

    private char at(int row, int column) {
        return row < lines.size() && column >= 0 && column < lines.get(row).length()
                ? lines.get(row).charAt(column)
                : ' ';
    }
}
