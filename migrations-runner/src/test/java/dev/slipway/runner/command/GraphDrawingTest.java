package dev.slipway.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GraphDrawingTest {
    @Test
    void drawsALine() {
        assertThat(drawing("1", "2 1", "3 2")).isEqualTo("""
                * 1
                * 2
                * 3
                """);
    }

    @Test
    void drawsABranch() {
        assertThat(drawing("1", "2 1", "3 1", "4 2")).isEqualTo("""
                * 1
                |\\
                * | 2
                | * 3
                * 4
                """);
    }

    @Test
    void drawsABranchAndItsMerge() {
        assertThat(drawing("1", "2 1", "3 1", "4 2 3", "5 4")).isEqualTo("""
                * 1
                |\\
                * | 2
                | * 3
                |/
                * 4
                * 5
                """);
    }

    @Test
    void drawsTwoBasesApart() {
        assertThat(drawing("1", "2", "3 1", "4 2")).isEqualTo("""
                * 1
                | * 2
                * | 3
                 /
                * 4
                """);
        assertThat(drawing("1", "2", "3 2")).isEqualTo("""
                * 1

                * 2
                * 3
                """);
    }

    @Test
    void drawsTwoBasesThatMerge() {
        assertThat(drawing("1", "2", "3 1 2")).isEqualTo("""
                * 1
                | * 2
                |/
                * 3
                """);
    }

    @Test
    void drawsAMergeOfThree() {
        assertThat(drawing("1", "2 1", "3 1", "4 1", "5 2 3 4")).isEqualTo("""
                * 1
                |\\
                |\\ \\
                * | | 2
                | * | 3
                | | * 4
                |/ /
                |/
                * 5
                """);
    }

    @Test
    void drawsLanesThatCross() {
        assertThat(drawing("1", "2 1", "3 1", "4 1", "5 2 4", "6 3")).isEqualTo("""
                * 1
                |\\
                |\\ \\
                * | | 2
                | * | 3
                | | * 4
                | |/
                |/|
                * | 5
                 /
                * 6
                """);
        assertThat(drawing("1", "2 1", "3 1", "4 2 3", "5 2 3")).isEqualTo("""
                * 1
                |\\
                * | 2
                |\\ \\
                | | * 3
                | | |\\
                | |/ /
                |/| |
                * | | 4
                 / /
                |/
                * 5
                """);
    }

    @Test
    void goesOnBesideABranchThatEnds() {
        assertThat(drawing("1", "2 1", "3 1", "4 1", "5 4", "6 3")).isEqualTo("""
                * 1
                |\\
                |\\ \\
                * | | 2
                 / /
                * | 3
                | * 4
                | * 5
                * 6
                """);
    }

    @Test
    void leavesOutWhatIsNotInTheList() {
        assertThat(drawing("2 1", "3 1", "4 2 3")).isEqualTo("""
                * 2
                | * 3
                |/
                * 4
                """);
    }

    @Test
    void saysHowTheLanesGoOnUnderANode() {
        assertThat(GraphDrawing.of(List.of(1, 2, 3, 4), node -> node == 1 ? List.of() : List.of(node == 4 ? 2 : 1)))
                .extracting(GraphDrawing.Row::below)
                .containsExactly("|", "| |", "|", "");
    }

    @Test
    void drawsEveryRevisionOnceAndEveryEdgeOfAnyGraph() {
        int edges = 0;
        for (int seed = 0; seed < 3000; seed++) {
            List<List<Integer>> parents = generated(new Random(seed));
            List<GraphDrawing.Row> rows =
                    GraphDrawing.of(IntStream.range(0, parents.size()).boxed().toList(), parents::get);
            List<String> lines = new ArrayList<>();
            rows.forEach(row -> {
                lines.addAll(row.above());
                lines.add(row.node());
            });
            DrawnGraph drawn = new DrawnGraph(lines);
            String picture = "graph %d %s%n%s%n".formatted(seed, parents, String.join("\n", lines));

            assertThat(rows)
                    .as(picture)
                    .allMatch(row ->
                            row.node().replace("*", "").length() == row.node().length() - 1);
            assertThat(String.join("", lines)).as(picture).matches("[ *|/\\\\]*");
            assertThat(drawn.edges()).as(picture).isEqualTo(edges(parents));
            assertThat(drawn.loose()).as(picture).isEmpty();
            edges += drawn.edges().size();
        }
        assertThat(edges).isGreaterThan(20_000);
    }

    /// Graphs of up to 24 revisions with few or many parents each.
    private static List<List<Integer>> generated(Random random) {
        int size = 1 + random.nextInt(24);
        int most = 1 + random.nextInt(4);
        int reach = 1 + random.nextInt(size);
        List<List<Integer>> parents = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            Set<Integer> chosen = new TreeSet<>();
            for (int i = random.nextInt(most + 1); i > 0 && node > 0; i--) {
                chosen.add(Math.max(0, node - 1 - random.nextInt(reach)));
            }
            parents.add(List.copyOf(chosen));
        }
        return parents;
    }

    private static Set<String> edges(List<List<Integer>> parents) {
        Set<String> edges = new TreeSet<>();
        for (int node = 0; node < parents.size(); node++) {
            for (int parent : parents.get(node)) {
                edges.add(parent + " " + node);
            }
        }
        return edges;
    }

    /// @param nodes each with its parents behind it
    private static String drawing(String... nodes) {
        Map<String, List<String>> parents = new LinkedHashMap<>();
        for (String node : nodes) {
            List<String> words = List.of(node.split(" "));
            parents.put(words.getFirst(), words.subList(1, words.size()));
        }
        List<String> order = List.copyOf(parents.keySet());
        StringBuilder text = new StringBuilder();
        Iterator<GraphDrawing.Row> rows = GraphDrawing.of(order, node -> parents.getOrDefault(node, List.of()))
                .iterator();
        for (String node : order) {
            GraphDrawing.Row row = rows.next();
            row.above().forEach(line -> text.append(line).append('\n'));
            text.append(row.node()).append(' ').append(node).append('\n');
        }
        return text.toString();
    }
}
