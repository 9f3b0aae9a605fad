package dev.slipway.runner.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.runner.Given;
import dev.slipway.runner.engine.graph.RevisionGraph;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.history.History;
import dev.slipway.runner.model.history.HistoryRow;
import dev.slipway.runner.model.script.Script;
import dev.slipway.testing.KnownHistory;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What rows amount to. The gate of the service is held to the same table.
final class DatabaseStateTest {
    private static final Version REQUIRED = Version.of("7");
    private static final RevisionGraph GRAPH = RevisionGraph.of(Given.scripts(IntStream.rangeClosed(1, 7)
            .mapToObj(version -> Given.versioned(String.valueOf(version)))
            .toArray(Script[]::new)));

    static List<KnownHistory> histories() {
        return KnownHistory.all();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void isWhatTheGateOfTheServiceSeesToo(KnownHistory known) {
        History history =
                new History(known.parsed().stream().map(DatabaseStateTest::row).toList());
        assertThat(history.versions().entrySet().stream()
                        .filter(standing -> standing.getValue().success())
                        .map(Map.Entry::getKey)
                        .reduce((lower, higher) -> higher))
                .isEqualTo(known.position().map(Version::of));
        assertThat(history.begun().stream().anyMatch(version -> version.compareTo(REQUIRED) <= 0))
                .isEqualTo(known.failed());
        assertThat(new DatabaseState(GRAPH, history).applied().contains(REQUIRED))
                .isEqualTo(known.reached());
    }

    private static HistoryRow row(KnownHistory.Row row) {
        return new HistoryRow(
                row.rank(),
                row.version().map(Version::of).orElse(null),
                "row",
                row.type(),
                "script",
                null,
                "app",
                LocalDateTime.MIN,
                1,
                row.success());
    }
}
