package dev.slipway.runner.model.impact;

import java.time.Duration;
import java.util.Locale;

/// Between what times something will probably take.
public record TimeRange(Duration least, Duration most) {
    public static final TimeRange NONE = new TimeRange(Duration.ZERO, Duration.ZERO);

    private static final double MINUTE = 60;
    private static final double IN_MINUTES = 120;
    private static final double PLAIN = 10;

    public static TimeRange ofSeconds(double least, double most) {
        return new TimeRange(duration(least), duration(most));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /// In seconds, as many times the least as the most is times it.
    public double middle() {
        return Math.sqrt(least.toMillis() / 1000.0 * (most.toMillis() / 1000.0));
    }

    public TimeRange plus(TimeRange other) {
        return new TimeRange(least.plus(other.least), most.plus(other.most));
    }

    /// For people: `about 14 to 30 min`, `about 0.4 to 1.2 s`.
    public String text() {
        double high = most.toMillis() / 1000.0;
        double low = least.toMillis() / 1000.0;
        boolean minutes = high >= IN_MINUTES;
        double scale = minutes ? MINUTE : 1;
        String first = number(low / scale);
        String last = number(high / scale);
        String unit = minutes ? "min" : "s";
        return first.equals(last)
                ? "about %s %s".formatted(last, unit)
                : "about %s to %s %s".formatted(first, last, unit);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < PLAIN ? "%.1f" : "%,.0f", value)
                .replaceAll("\\.0$", "");
    }
}
