package dev.slipway.runner.model;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as they are written in settings and headers: `500ms`, `2s`, `10m`; a bare `0` needs no unit.
public final class Durations {
    public static final String FORM = "a number with ms, s or m, for example 500ms, 2s, 10m";

    private static final Pattern PATTERN = Pattern.compile("(\\d{1,9})(ms|s|m)");

    private Durations() {}

    public static Optional<Duration> parse(String text) {
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    default -> Duration.ofMinutes(number);
                });
    }

    /// A duration for people: `12 ms`, `3.4 s`, `2 min 5 s`.
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return "%d.%d s".formatted(millis / 1000, millis % 1000 / 100);
        }
        return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
