package dev.slipway.runner.postgres.flyway;

import java.util.regex.Pattern;

/// A placeholder without a value.
///
/// @param name what stands between its prefix and the next suffix, or the end of the text
/// @param line of its prefix, counted from 1
public record UnknownPlaceholder(String name, int line, PlaceholderMarks marks) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.:-]+");
    private static final Pattern SHORT = Pattern.compile(".{0,40}");

    public String what() {
        if (isNamed()) {
            return "placeholder \"%s\" has no value".formatted(name);
        }
        return SHORT.matcher(name).matches()
                ? "\"%s\" is taken for a placeholder, and has no value".formatted(marks.around(name))
                : "\"%s\" is taken for the beginning of a placeholder, which has no value".formatted(marks.prefix());
    }

    /// Whether it looks as if somebody meant a placeholder, and not just its prefix.
    public boolean isNamed() {
        return NAME.matcher(name).matches();
    }
}
