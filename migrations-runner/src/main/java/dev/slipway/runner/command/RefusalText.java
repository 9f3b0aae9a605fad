package dev.slipway.runner.command;

import dev.slipway.runner.engine.status.UpgradeRefusal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why an upgrade would be refused, for people.
public final class RefusalText {
    private RefusalText() {}

    /// Lines to stand under what was asked for; nothing if it would not be refused.
    public static String of(@Nullable UpgradeRefusal refusal) {
        if (refusal == null) {
            return "";
        }
        String details = refusal.details().stream()
                .flatMap(String::lines)
                .map("\n  "::concat)
                .collect(Collectors.joining());
        return "\n`upgrade` is refused: %s%s\n  help:  %s".formatted(refusal.message(), details, refusal.help());
    }
}
