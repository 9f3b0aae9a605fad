package dev.slipway.runner.postgres.flyway;

/// What a placeholder begins and ends with, and what stands behind `flyway` in the names of Flyway's own.
public record PlaceholderMarks(String prefix, String suffix, String separator) {
    public static final PlaceholderMarks USUAL = new PlaceholderMarks("${", "}", ":");

    /// The name of one of Flyway's own, for example of `database`.
    public String own(String name) {
        return "flyway" + separator + name;
    }

    /// A placeholder as it stands in a script.
    String around(String name) {
        return prefix + name + suffix;
    }
}
