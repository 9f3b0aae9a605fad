package dev.slipway.runner.command;

import dev.slipway.runner.engine.backup.RestoreResult;
import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.Plural;
import java.time.Duration;

final class RestoreText {
    private RestoreText() {}

    static String of(RestoreResult result) {
        String took = Durations.text(Duration.ofMillis(result.milliseconds()));
        String at = result.position().isEmpty() ? "no revision" : String.join(", ", result.position());
        StringBuilder text = new StringBuilder("restored %s into %s in %s%n  at %s, as of %s"
                .formatted(result.backup(), result.database(), took, at, result.taken()));
        if (result.differences().isEmpty()) {
            text.append("%n  fingerprint, history, and the rows of %s (%s) are as the backup says"
                    .formatted(Plural.of(result.tables(), "table"), Plural.of(result.rows(), "row")));
        }
        result.differences().forEach(difference -> text.append("%n  differs: %s".formatted(difference)));
        return text.append(result.drill() ? "%n  nothing of it is left".formatted() : "")
                .toString();
    }
}
