package dev.slipway.runner.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Draws a graph down the left side of a list, as `git log --graph` does, but parents first.
///
/// Each edge is a lane two columns wide. Under a node its lane parts into one for each child; above a node the lanes
/// that lead to it come together.
public final class GraphDrawing<N> {
    private final Map<N, List<N>> children = new HashMap<>();

    /// The node each lane leads to.
    private final List<N> lanes = new ArrayList<>();

    private List<String> above = new ArrayList<>();
    private int ended = -1;

    /// The drawing beside one node.
    ///
    /// @param above the lines between the node before it and this one
    /// @param node the line with the `*`
    /// @param below how the lanes go on, for more lines on the same node
    public record Row(List<String> above, String node, String below) {
        public Row {
            above = List.copyOf(above);
        }
    }

    private GraphDrawing(List<N> order, Function<N, List<N>> parents) {
        Set<N> drawn = new HashSet<>(order);
        for (N node : order) {
            children.putIfAbsent(node, new ArrayList<>());
            parents.apply(node).stream()
                    .filter(drawn::contains)
                    .forEach(parent -> children.computeIfAbsent(parent, _ -> new ArrayList<>())
                            .add(node));
        }
    }

    /// @param order parents before their children
    /// @param parents those that are not in the order are left out
    static <N> List<Row> of(List<N> order, Function<N, List<N>> parents) {
        GraphDrawing<N> drawing = new GraphDrawing<>(order, parents);
        return order.stream().map(drawing::draw).toList();
    }

    private Row draw(N node) {
        int at = lanes.indexOf(node);
        if (at >= 0) {
            join(node, at);
        } else {
            at = lanes.size();
            begin(node);
        }
        ended = -1;
        int star = at;
        String line = line(lane -> lane == star ? "* " : "| ");
        List<String> before = above;
        above = new ArrayList<>();
        List<N> next = children.getOrDefault(node, List.of());
        String below = line(lane -> lane == star && next.isEmpty() ? "  " : "| ");
        if (next.isEmpty()) {
            end(at);
        } else {
            part(at, next);
        }
        return new Row(before, line, below);
    }

    /// A node without parents right under one without children would look like its child.
    private void begin(N node) {
        if (ended == lanes.size() && above.isEmpty()) {
            above.add(line(lane -> "| "));
        }
        lanes.add(node);
    }

    private void join(N node, int at) {
        int other = at + 1;
        while (other < lanes.size()) {
            if (lanes.get(other).equals(node)) {
                moveLeft(other, at);
            } else {
                other++;
            }
        }
    }

    /// The lane passes over those between, one in each line.
    private void moveLeft(int from, int to) {
        int last = lanes.size() - 1;
        above.add(line(lane -> lane < from - 1 ? "| " : lane == from - 1 ? "|/" : lane < last ? " /" : ""));
        lanes.remove(from);
        for (int over = from - 1; over > to; over--) {
            int passed = over;
            above.add(line(lane -> lane == passed - 1 ? "|/" : "| "));
        }
    }

    private void part(int at, List<N> next) {
        lanes.set(at, next.getFirst());
        for (N child : next.subList(1, next.size()).reversed()) {
            above.add(line(lane -> lane < at ? "| " : lane == at ? "|\\" : " \\"));
            lanes.add(at + 1, child);
        }
    }

    private void end(int at) {
        lanes.remove(at);
        ended = at;
        if (at < lanes.size()) {
            above.add(line(lane -> lane < at ? "| " : " /"));
        }
    }

    private String line(Function<Integer, String> lane) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < lanes.size(); i++) {
            line.append(lane.apply(i));
        }
        return line.toString().stripTrailing();
    }
}
