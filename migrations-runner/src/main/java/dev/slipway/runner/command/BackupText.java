package dev.slipway.runner.command;

import dev.slipway.runner.engine.backup.BackupResult;
import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.impact.ByteSize;
import java.time.Duration;

final class BackupText {
    private BackupText() {}

    static String of(BackupResult result) {
        StringBuilder text = new StringBuilder("backed up %s to %s%n  at %s, %s with %s, %s%s, in %s"
                .formatted(
                        result.database(),
                        result.backup(),
                        result.position().isEmpty() ? "no revision" : String.join(", ", result.position()),
                        Plural.of(result.tables(), "table"),
                        Plural.of(result.rows(), "row"),
                        ByteSize.exact(result.bytes()),
                        result.encrypted() ? " encrypted" : "",
                        Durations.text(Duration.ofMillis(result.milliseconds()))));
        result.removed().forEach(older -> text.append("%ndeleted %s".formatted(older)));
        return text.toString();
    }
}
