package dev.slipway.runner.cli;

import java.util.regex.Pattern;

/// Text without a character that a terminal would obey, wherever it comes from: a name of a file, a message of the
/// server.
///
/// An escape as in `e'\u001b'` of PostgreSQL stands in its place, which is one in JSON as well. Lines and tabs stay.
final class Printable {
    /// The last two ranges turn the direction in which the rest of a line is read: https://www.unicode.org/reports/tr9/
    private static final Pattern OBEYED =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]|\\r(?!\\n)");

    private Printable() {}

    static String of(String text) {
        return OBEYED.matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }
}
