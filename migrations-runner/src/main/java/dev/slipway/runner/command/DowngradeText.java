package dev.slipway.runner.command;

import dev.slipway.runner.engine.downgrade.DowngradeResult;
import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.Plural;
import java.time.Duration;

final class DowngradeText {
    private DowngradeText() {}

    /// The same words for all databases of which the same is to be said.
    static String outcome(DowngradeResult result) {
        String done = result.takenBack().isEmpty()
                ? "nothing to do"
                : "took back " + Plural.of(result.takenBack().size(), "revision");
        return "%s, %s".formatted(done, PositionText.of(result.to()));
    }

    static String of(DowngradeResult result) {
        String position = "%s %s".formatted(result.database(), PositionText.of(result.to()));
        int count = result.takenBack().size();
        return count == 0
                ? "nothing to do: " + position
                : "took back %s in %s: %s"
                        .formatted(
                                Plural.of(count, "revision"),
                                Durations.text(Duration.ofMillis(result.milliseconds())),
                                position);
    }
}
