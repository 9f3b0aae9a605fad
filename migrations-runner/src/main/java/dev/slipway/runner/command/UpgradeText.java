package dev.slipway.runner.command;

import dev.slipway.runner.engine.upgrade.UpgradeResult;
import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.Plural;
import java.time.Duration;

final class UpgradeText {
    private UpgradeText() {}

    /// The same words for all databases of which the same is to be said.
    static String outcome(UpgradeResult result) {
        String done = result.applied().isEmpty()
                ? "nothing to do"
                : "applied " + Plural.of(result.applied().size(), "script");
        return "%s, %s".formatted(done, PositionText.of(result.to(), result.ahead()));
    }

    static String of(UpgradeResult result) {
        String position = PositionText.of(result.to(), result.ahead());
        if (result.applied().isEmpty()) {
            return "nothing to do: %s %s".formatted(result.database(), position);
        }
        return "applied %s in %s: %s %s"
                .formatted(
                        Plural.of(result.applied().size(), "script"),
                        Durations.text(Duration.ofMillis(result.milliseconds())),
                        result.database(),
                        position);
    }
}
