package dev.slipway.runner.engine.graph;

import static dev.slipway.runner.Given.revising;
import static dev.slipway.runner.Given.scripts;
import static dev.slipway.runner.Given.versioned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.runner.Given;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Script;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetTest {
    /// One line, with versions of unlike form.
    private static final RevisionGraph LINE =
            graph(versioned("1"), versioned("1.5"), versioned("20261121103000"), versioned("20261122090000"));

    /// 2 and 3 build on 1, 4 on 2; 3 is the branch `phones`.
    private static final RevisionGraph BRANCHES =
            graph(versioned("1"), versioned("2"), Given.labelled("3", "phones", "1"), revising("4", "2"));

    private static RevisionGraph graph(Script... scripts) {
        return RevisionGraph.of(scripts(scripts));
    }

    private static String text(String target, RevisionGraph graph) {
        return switch (Target.parse(target, graph)) {
            case Target.Heads() -> "heads";
            case Target.Base() -> "base";
            case Target.At(Version version) -> "at " + version;
            case Target.Relative(int steps) -> "relative " + steps;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "head, heads",
        "heads, heads",
        "base, base",
        "1, at 1",
        "1.0, at 1",
        "1_5, at 1.5",
        "20261121, at 20261121103000",
        "2026112209, at 20261122090000",
        "+1, relative 1",
        "-2, relative -2",
        "current, relative 0",
        "current-1, relative -1",
        "1+2, at 20261121103000",
        "1.5-1, at 1",
        "1-1, base",
        "base+1, at 1",
        "base+4, at 20261122090000",
        "head-1, at 20261121103000",
        "head-4, base",
        "1@head, at 20261122090000",
        "1@head-1, at 20261121103000",
    })
    void aTargetOnOneLine(String target, String found) {
        assertThat(text(target, LINE)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "heads, heads",
        "3, at 3",
        "phones, at 3",
        "phones@head, at 3",
        "2@head, at 4",
        "2+1, at 4",
        "4-2, at 1",
        "phones-1, at 1",
        "-1, relative -1",
    })
    void aTargetOnBranches(String target, String found) {
        assertThat(text(target, BRANCHES)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | use head, or one of 1, 1.5, 20261121103000, 20261122090000",
                "HEAD | use head, or one of 1, 1.5, 20261121103000, 20261122090000",
                "2026 | it could be any of 20261121103000, 20261122090000: write more of it",
                "1+4 | it goes 1 beyond 20261122090000",
                "1-2 | it goes 1 beyond base",
                "head@head | write @head after a version or a branch label",
                "1:2 | use head, base, a version, +1 or -1",
                "'' | use head, base, a version, +1 or -1",
                "+ | use head, base, a version, +1 or -1",
                "1; drop | use head, base, a version, +1 or -1",
            })
    void refusesWhatIsNoRevision(String target, String help) {
        assertThat(failure(target, LINE))
                .isEqualTo(new UsageFailure("target \"%s\" is not a known revision".formatted(target), help));
    }

    @Test
    void namesTheFirstOfManyThatATargetCouldBe() {
        Script[] many = IntStream.rangeClosed(2020, 2031)
                .mapToObj(number -> versioned(Integer.toString(number)))
                .toArray(Script[]::new);
        assertThat(failure("20", graph(many)).help())
                .isEqualTo("it could be any of 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, ...:"
                        + " write more of it");
    }

    @Test
    void refusesAStepWhereTheWayParts() {
        assertThat(failure("1+1", BRANCHES))
                .isEqualTo(new UsageFailure(
                        "target \"1+1\" is not a known revision", "from 1 the way parts to 2, 3: name one of them"));
    }

    @ParameterizedTest
    @CsvSource({"head", "head-1", "1@head", "+1"})
    void refusesOneHeadWhereThereAreSeveral(String target) {
        assertThat(failure(target, BRANCHES))
                .isEqualTo(new SeveralHeads(
                        List.of(
                                new SeveralHeads.Head(Version.of("3"), "step", "V3__step.sql"),
                                new SeveralHeads.Head(Version.of("4"), "step", "V4__step.sql")),
                        List.of(Version.of("1"))));
    }

    @Test
    void namesOnlyTheLastOfManyRevisions() {
        Script[] many = IntStream.rangeClosed(1, 30)
                .mapToObj(number -> versioned(Integer.toString(number)))
                .toArray(Script[]::new);
        assertThat(failure("99", graph(many)).help())
                .isEqualTo("use head, or one of ..., 21, 22, 23, 24, 25, 26, 27, 28, 29, 30");
    }

    @Test
    void withoutRevisionsHeadIsNothingMoreThanTheRepeatableScripts() {
        assertThat(text("head", graph())).isEqualTo("heads");
        assertThat(text("+1", graph())).isEqualTo("relative 1");
    }

    private static Failure failure(String target, RevisionGraph graph) {
        return catchThrowableOfType(SlipwayException.class, () -> Target.parse(target, graph))
                .failure();
    }
}
