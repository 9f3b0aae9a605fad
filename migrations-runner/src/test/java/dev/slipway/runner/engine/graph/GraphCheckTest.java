package dev.slipway.runner.engine.graph;

import static dev.slipway.runner.Given.revising;
import static dev.slipway.runner.Given.versioned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.script.Header;
import dev.slipway.runner.model.script.Naming;
import dev.slipway.runner.model.script.Revises;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class GraphCheckTest {
    /// The problems as people read them.
    private static List<String> check(Script.Versioned... scripts) {
        List<String> problems = new ArrayList<>();
        GraphCheck.check(
                new ScriptSet(
                        Naming.FLYWAY,
                        Stream.of(scripts)
                                .sorted(Comparator.comparing(Script.Versioned::version))
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of()),
                problem -> problems.add("%s: %s; %s".formatted(problem.where(), problem.what(), problem.help())));
        return problems;
    }

    /// A script that names its parents in another line than the first.
    private static Script.Versioned inLine(int line, String version, String parent) {
        Header header = new Header(
                new Revises.Named(List.of(Version.of(parent)), line), true, true, null, false, null, null, List.of());
        return versioned(version, "select 1;", header);
    }

    private static Script.Versioned labelled(String version, String label, String text) {
        return versioned(
                version, text, new Header(new Revises.Preceding(), true, true, null, false, label, null, List.of()));
    }

    @Test
    void aLineWithoutHeadersIsAGraph() {
        assertThat(check()).isEmpty();
        assertThat(check(versioned("1"))).isEmpty();
        assertThat(check(versioned("1"), versioned("2"), versioned("10"))).isEmpty();
    }

    @Test
    void branchesMergesAndSeveralBasesAreAGraph() {
        assertThat(check(
                        revising("1"),
                        revising("2", "1"),
                        revising("3", "1"),
                        revising("4", "2", "3"),
                        revising("5"),
                        revising("6", "5", "4"),
                        versioned("7")))
                .isEmpty();
    }

    @Test
    void aRevisionMayBuildOnAHigherOne() {
        assertThat(check(revising("1"), revising("2", "3"), revising("3", "1"))).isEmpty();
        assertThat(check(revising("1", "2"), revising("2"))).isEmpty();
    }

    @Test
    void versionsThatAreEqualAreOne() {
        assertThat(check(versioned("1.0"), revising("2", "1"), revising("3", "02")))
                .isEmpty();
    }

    @Test
    void aParentThatDoesNotExistIsNamedWithItsLine() {
        assertThat(check(revising("1"), inLine(4, "2", "7")))
                .containsExactly("/scripts/V2__step.sql:4: it revises 7, but there is no such script; "
                        + "add V7, or name a revision that exists");
    }

    @Test
    void everyParentThatDoesNotExistIsNamed() {
        assertThat(check(revising("1"), revising("2", "1", "8", "9"), revising("3", "9")))
                .containsExactly(
                        "/scripts/V2__step.sql:1: it revises 8, but there is no such script; "
                                + "add V8, or name a revision that exists",
                        "/scripts/V2__step.sql:1: it revises 9, but there is no such script; "
                                + "add V9, or name a revision that exists",
                        "/scripts/V3__step.sql:1: it revises 9, but there is no such script; "
                                + "add V9, or name a revision that exists");
    }

    @Test
    void aSlipInALongVersionIsSeenThrough() {
        assertThat(check(versioned("20261121093000"), revising("20261122093000", "20261121090300")))
                .containsExactly("/scripts/V20261122093000__step.sql:1: it revises 20261121090300, "
                        + "but there is no such script; did you mean 20261121093000?");
    }

    @Test
    void aRevisionThatRevisesItselfIsNamedOnce() {
        assertThat(check(revising("1"), revising("2", "2")))
                .containsExactly("/scripts/V2__step.sql:1: it revises itself; name the revision it builds on");
        assertThat(check(revising("1"), revising("2", "1", "2.0")))
                .containsExactly("/scripts/V2__step.sql:1: it revises itself; name the revision it builds on");
    }

    @Test
    void aParentThatIsNamedTwiceIsAProblem() {
        assertThat(check(revising("1"), revising("2", "1", "1")))
                .containsExactly("/scripts/V2__step.sql:1: it names a parent twice; name each parent once");
        assertThat(check(revising("1"), revising("2", "1", "1.0", "01")))
                .containsExactly("/scripts/V2__step.sql:1: it names a parent twice; name each parent once");
        assertThat(check(revising("1"), revising("2", "7", "7")))
                .containsExactly(
                        "/scripts/V2__step.sql:1: it revises 7, but there is no such script; "
                                + "add V7, or name a revision that exists",
                        "/scripts/V2__step.sql:1: it names a parent twice; name each parent once");
    }

    @Test
    void aCycleIsToldFromItsLowestRevision() {
        assertThat(check(revising("1", "2"), revising("2", "1")))
                .containsExactly("/scripts/V1__step.sql:1: its parents lead back to itself: "
                        + "1 revises 2 revises 1; take one of these lines out");
        assertThat(check(revising("1"), revising("2", "4"), revising("3", "2"), revising("4", "3")))
                .containsExactly("/scripts/V2__step.sql:1: its parents lead back to itself: "
                        + "2 revises 4 revises 3 revises 2; take one of these lines out");
    }

    @Test
    void aCycleIsFoundThroughScriptsThatBuildOnTheVersionBefore() {
        assertThat(check(inLine(3, "1", "3"), versioned("2"), versioned("3"), versioned("4")))
                .containsExactly("/scripts/V1__step.sql:3: its parents lead back to itself: "
                        + "1 revises 3 revises 2 revises 1; take one of these lines out");
    }

    @Test
    void whatBuildsOnACycleIsNotPartOfIt() {
        assertThat(check(
                        revising("1", "6"),
                        revising("2", "3"),
                        revising("3", "2"),
                        revising("4", "3"),
                        revising("5", "4", "2"),
                        revising("6", "5")))
                .containsExactly("/scripts/V2__step.sql:1: its parents lead back to itself: "
                        + "2 revises 3 revises 2; take one of these lines out");
    }

    @Test
    void everyCycleOfItsOwnIsTold() {
        assertThat(check(
                        revising("1", "2"),
                        revising("2", "1"),
                        revising("3", "2", "4"),
                        revising("4", "3"),
                        revising("5", "4", "7"),
                        revising("6", "5"),
                        revising("7", "6")))
                .containsExactly(
                        "/scripts/V1__step.sql:1: its parents lead back to itself: "
                                + "1 revises 2 revises 1; take one of these lines out",
                        "/scripts/V3__step.sql:1: its parents lead back to itself: "
                                + "3 revises 4 revises 3; take one of these lines out",
                        "/scripts/V5__step.sql:1: its parents lead back to itself: "
                                + "5 revises 7 revises 6 revises 5; take one of these lines out");
    }

    @Test
    void aMergeWithOneParentInACycleIsToldOnce() {
        assertThat(check(revising("1"), revising("2", "1", "3"), revising("3", "2")))
                .containsExactly("/scripts/V2__step.sql:1: its parents lead back to itself: "
                        + "2 revises 3 revises 2; take one of these lines out");
    }

    @Test
    void aParentThatDoesNotExistHidesNoCycle() {
        assertThat(check(revising("1", "9", "2"), revising("2", "1")))
                .containsExactly(
                        "/scripts/V1__step.sql:1: it revises 9, but there is no such script; "
                                + "add V9, or name a revision that exists",
                        "/scripts/V1__step.sql:1: its parents lead back to itself: "
                                + "1 revises 2 revises 1; take one of these lines out");
    }

    @Test
    void aLongCycleIsFoundInTime() {
        Script.Versioned[] scripts = Stream.concat(
                        Stream.of(revising("1", "2000")),
                        IntStream.rangeClosed(2, 4000).mapToObj(version -> versioned("" + version)))
                .toArray(Script.Versioned[]::new);
        assertThat(check(scripts))
                .singleElement()
                .asString()
                .startsWith("/scripts/V1__step.sql:1: its parents lead back to itself: 1 revises 2000 revises 1999 ")
                .endsWith(" revises 2 revises 1; take one of these lines out");
    }

    @Test
    void aLabelThatIsTakenIsNamedWithItsLine() {
        assertThat(check(
                        labelled("1", "phones", "-- branch-label: phones\nselect 1;"),
                        labelled("2", "emails", "-- branch-label: emails\nselect 1;"),
                        labelled("3", "phones", "-- how to call people\n\n  --branch-label :phones\nselect 1;"),
                        labelled("4", "phones", "-- branch-label: phones\nselect 1;")))
                .containsExactly(
                        "/scripts/V3__step.sql:3: branch label \"phones\" is taken already by /scripts/V1__step.sql; "
                                + "give the branch another name",
                        "/scripts/V4__step.sql:1: branch label \"phones\" is taken already by /scripts/V1__step.sql; "
                                + "give the branch another name");
    }

    @Test
    void upperAndLowerCaseMakeDifferentLabels() {
        assertThat(check(labelled("1", "phones", ""), labelled("2", "Phones", "")))
                .isEmpty();
    }

    @Test
    void theOrderInWhichScriptsAreGivenDoesNotMatter() {
        assertThat(check(versioned("3"), revising("1", "3"), versioned("2")))
                .containsExactly("/scripts/V1__step.sql:1: its parents lead back to itself: "
                        + "1 revises 3 revises 2 revises 1; take one of these lines out");
    }
}
