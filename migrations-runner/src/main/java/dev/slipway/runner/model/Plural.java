package dev.slipway.runner.model;

/// English for one thing and for several.
public final class Plural {
    private Plural() {}

    /// `1 script`, `2 scripts`.
    public static String of(long number, String thing) {
        return "%d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }

    /// The word that goes with so many: `is` or `are`.
    public static String word(long number, String one, String several) {
        return number == 1 ? one : several;
    }
}
