package dev.slipway.runner.command;

import dev.slipway.runner.model.Version;
import java.util.List;

/// Where a database is, as the end of a sentence.
final class PositionText {
    private PositionText() {}

    static String of(List<Version> position) {
        return position.isEmpty() ? "is before the first revision" : "is at " + Version.list(position);
    }
}
