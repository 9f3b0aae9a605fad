package dev.slipway.runner.command;

import dev.slipway.runner.engine.upgrade.UpgradeResult;
import dev.slipway.runner.model.Durations;
import java.time.Duration;

final class UpgradeText {
    private UpgradeText() {}

    static String of(UpgradeResult result) {
        String position = PositionText.of(result.to());
        if (result.applied().isEmpty()) {
            return "nothing to do: %s %s".formatted(result.database(), position);
        }
        int count = result.applied().size();
        return "applied %d script%s in %s: %s %s"
                .formatted(
                        count,
                        count == 1 ? "" : "s",
                        Durations.text(Duration.ofMillis(result.milliseconds())),
                        result.database(),
                        position);
    }
}
