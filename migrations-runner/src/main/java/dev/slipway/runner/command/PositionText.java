package dev.slipway.runner.command;

import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.Version;
import java.util.List;

/// Where a database is, as the end of a sentence.
public final class PositionText {
    private PositionText() {}

    /// @param ahead revisions that scripts newer than these have applied
    static String of(List<Version> position, List<Version> ahead) {
        return ahead.isEmpty()
                ? of(position)
                : "is ahead of these scripts by %s %s"
                        .formatted(Plural.word(ahead.size(), "revision", "revisions"), Version.list(ahead));
    }

    public static String of(List<Version> position) {
        return position.isEmpty() ? "is before the first revision" : "is at " + Version.list(position);
    }
}
