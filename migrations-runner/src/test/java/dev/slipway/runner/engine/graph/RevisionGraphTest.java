package dev.slipway.runner.engine.graph;

import static dev.slipway.runner.Given.revising;
import static dev.slipway.runner.Given.scripts;
import static dev.slipway.runner.Given.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RevisionGraphTest {
    private static final int REVISIONS = 30;

    private static RevisionGraph graph(Script... scripts) {
        return RevisionGraph.of(scripts(scripts));
    }

    private static List<Version> versions(String... texts) {
        return Arrays.stream(texts).map(Version::of).toList();
    }

    @Test
    void scriptsWithoutHeaderFormOneLineInTheOrderOfTheirVersions() {
        RevisionGraph graph = graph(versioned("10"), versioned("2"), versioned("1"));
        assertThat(graph.order()).isEqualTo(versions("1", "2", "10"));
        assertThat(graph.parents(Version.of("10"))).isEqualTo(versions("2"));
        assertThat(graph.parents(Version.of("1"))).isEmpty();
        assertThat(graph.heads()).isEqualTo(versions("10"));
        assertThat(graph.branchPoints()).isEmpty();
    }

    @Test
    void nothingIsAGraphToo() {
        RevisionGraph graph = graph();
        assertThat(graph.order()).isEmpty();
        assertThat(graph.heads()).isEmpty();
        assertThat(graph.tips(List.of())).isEmpty();
    }

    @Test
    void branchesPartAndMeet() {
        RevisionGraph graph = graph(
                versioned("1"),
                versioned("2"),
                revising("3", "1"),
                revising("4", "2"),
                revising("5", "3", "4"),
                revising("6"));
        assertThat(graph.heads()).isEqualTo(versions("5", "6"));
        assertThat(graph.branchPoints()).isEqualTo(versions("1"));
        assertThat(graph.children(Version.of("1"))).isEqualTo(versions("2", "3"));
        assertThat(graph.upTo(versions("4"))).containsExactlyElementsOf(versions("1", "2", "4"));
        assertThat(graph.above(versions("3"))).containsExactlyElementsOf(versions("5"));
        assertThat(graph.tips(versions("1", "2", "3"))).isEqualTo(versions("2", "3"));
    }

    @Test
    void aRevisionComesAfterItsParentsWhateverItsVersion() {
        assertThat(graph(versioned("1"), revising("2", "9"), revising("3", "1"), revising("9", "1"))
                        .order())
                .isEqualTo(versions("1", "3", "9", "2"));
    }

    @Test
    void whatLiesBelowAnAppliedRevisionIsNoTipEvenIfARevisionBetweenIsMissing() {
        assertThat(graph(versioned("1"), versioned("2"), versioned("3")).tips(versions("1", "3")))
                .isEqualTo(versions("3"));
    }

    /// Seeds, so that a graph that fails can be made again.
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /// Each revision but the first builds on up to three others that come before it in a shuffled order.
    private static RevisionGraph random(long seed) {
        Random random = new Random(seed);
        List<Integer> numbers = new ArrayList<>(
                IntStream.rangeClosed(1, 1 + random.nextInt(REVISIONS)).boxed().toList());
        Collections.shuffle(numbers, random);
        List<Script> scripts = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            Set<String> parents = new TreeSet<>();
            for (int count = random.nextInt(4); count > 0 && i > 0; count--) {
                parents.add(String.valueOf(numbers.get(random.nextInt(i))));
            }
            scripts.add(revising(String.valueOf(numbers.get(i)), parents.toArray(String[]::new)));
        }
        List<ScriptProblem> problems = new ArrayList<>();
        GraphCheck.check(scripts(scripts.toArray(Script[]::new)), problems::add);
        assertThat(problems).isEmpty();
        return graph(scripts.toArray(Script[]::new));
    }

    private static Collection<Version> some(RevisionGraph graph, long seed) {
        Random random = new Random(seed);
        return graph.order().stream().filter(version -> random.nextInt(3) == 0).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRevisionComesOnceAndAfterItsParents(long seed) {
        RevisionGraph graph = random(seed);
        assertThat(graph.order())
                .doesNotHaveDuplicates()
                .hasSameSizeAs(graph.scripts().versioned());
        for (Version version : graph.order()) {
            assertThat(graph.order().subList(0, graph.order().indexOf(version))).containsAll(graph.parents(version));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLowestPossibleVersionComesNext(long seed) {
        RevisionGraph graph = random(seed);
        Set<Version> done = new TreeSet<>();
        for (Version version : graph.order()) {
            assertThat(graph.order().stream()
                            .filter(other -> !done.contains(other) && done.containsAll(graph.parents(other)))
                            .min(Version::compareTo))
                    .contains(version);
            done.add(version);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void childrenAreTheOtherSideOfParents(long seed) {
        RevisionGraph graph = random(seed);
        for (Version one : graph.order()) {
            for (Version other : graph.order()) {
                assertThat(graph.children(one).contains(other))
                        .isEqualTo(graph.parents(other).contains(one));
            }
        }
        assertThat(graph.heads()).isEqualTo(graph.tips(graph.order()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsBelowAndWhatIsAboveAgree(long seed) {
        RevisionGraph graph = random(seed);
        for (Version one : graph.order()) {
            for (Version other : graph.order()) {
                boolean below = !one.equals(other) && graph.upTo(List.of(other)).contains(one);
                assertThat(graph.above(List.of(one)).contains(other)).isEqualTo(below);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tipsStandForAllThatIsBelowThem(long seed) {
        RevisionGraph graph = random(seed);
        Set<Version> closed = graph.upTo(some(graph, seed));
        List<Version> tips = graph.tips(closed);
        assertThat(graph.upTo(tips)).isEqualTo(closed);
        for (Version tip : tips) {
            List<Version> others =
                    tips.stream().filter(other -> !other.equals(tip)).toList();
            assertThat(graph.upTo(others)).doesNotContain(tip);
        }
    }
}
