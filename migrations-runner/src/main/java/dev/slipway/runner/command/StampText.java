package dev.slipway.runner.command;

import dev.slipway.runner.engine.adopt.StampResult;
import dev.slipway.runner.model.Version;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class StampText {
    private StampText() {}

    public static String of(StampResult result) {
        String position = "%s %s".formatted(result.database(), PositionText.of(result.to()));
        if (result.recorded().isEmpty() && result.forgotten().isEmpty()) {
            return "nothing to do: " + position;
        }
        String recorded = result.recorded().isEmpty()
                ? ""
                : "recorded %s without running".formatted(Version.list(result.recorded()));
        String forgot = result.forgotten().isEmpty() ? "" : "forgot " + Version.list(result.forgotten());
        return Stream.of(forgot, recorded).filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")) + ": "
                + position;
    }
}
