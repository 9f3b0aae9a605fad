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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RevisionRangeTest {
    /// 2 and 3 build on 1, 4 joins them, 5 and 6 build on it; 7 is a base of its own.
    private static final RevisionGraph GRAPH = RevisionGraph.of(scripts(
            versioned("1"),
            revising("2", "1"),
            Given.labelled("3", "phones", "1"),
            revising("4", "2", "3"),
            revising("5", "4"),
            revising("6", "4"),
            revising("7")));

    @ParameterizedTest
    @CsvSource({
        "':', '', '1, 2, 3, 4, 5, 6, 7'",
        "base:heads, '', '1, 2, 3, 4, 5, 6, 7'",
        "base:4, '', '1, 2, 3, 4'",
        ":4, '', '1, 2, 3, 4'",
        "1:5, '', '1, 2, 3, 4, 5'",
        "2:5, '', '2, 4, 5'",
        "phones:6, '', '3, 4, 6'",
        "3:, '', '3, 4, 5, 6'",
        "7:heads, '', 7",
        "4:4, '', 4",
        "-1:5, '', '4, 5'",
        "phones:+1, 3, '3, 4'",
        "4:phones+1, '', 4",
        "current:, 4, '4, 5, 6'",
        ":current, 2, '1, 2'",
        ":current, '', ''",
        "current:, '', '1, 2, 3, 4, 5, 6, 7'",
        "current:heads, '5, 7', '5, 7'",
        "-1:current, 5, '4, 5'",
        "current-1:current, '5, 6', '4, 5, 6'",
        "-9:current, 2, '1, 2'",
        "current:+9, 7, 7",
        "current:current, '2, 99', 2"
    })
    void holdsBothEndsAndWhatIsBetween(String range, String position, String expected) {
        assertThat(Version.list(RevisionRange.parse(range, GRAPH).revisions(versions(position))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | range \"7\" is not possible | write A:B, A: or :B",
                "1:2:3 | range \"1:2:3\" is not possible | write A:B, A: or :B",
                "8: | target \"8\" is not a known revision | use head, or one of 1, 2, 3, 4, 5, 6, 7",
                "4:2 | range \"4:2\" is not possible | its first end is no ancestor of the other: write the older revision first",
                "7:4 | range \"7:4\" is not possible | its first end is no ancestor of the other: write the older revision first",
                "-2:5 | range \"-2:5\" is not possible | from 4 the way parts to 2, 3: name one of them",
                ":1+1 | range \":1+1\" is not possible | from 1 the way parts to 2, 3: name one of them"
            })
    void refusesWhatIsNoRange(String range, String message, String help) {
        Failure failure = catchThrowableOfType(
                        SlipwayException.class,
                        () -> RevisionRange.parse(range, GRAPH).revisions(List.of()))
                .failure();
        assertThat(failure.message()).isEqualTo(message);
        assertThat(failure.help()).isEqualTo(help);
    }

    @Test
    void knowsWhetherItDependsOnADatabase() {
        assertThat(List.of("current:", ":current-1", "-1:current", "+1:"))
                .filteredOn(range -> RevisionRange.parse(range, GRAPH).needsPosition())
                .containsExactly("current:", ":current-1", "-1:current");
        assertThat(RevisionRange.parse("-1:5", GRAPH).needsPosition()).isFalse();
    }

    private static List<Version> versions(String list) {
        return Arrays.stream(list.split(", "))
                .filter(version -> !version.isEmpty())
                .map(Version::of)
                .toList();
    }
}
