package dev.slipway.runner.postgres.flyway;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.internal.parser.PlaceholderReplacingReader;

/// A text with `${name}` filled in as Flyway does it, and also right behind a `$`, where Flyway's reader misses it.
///
/// What is filled in is not looked at again.
public final class PlaceholderText {
    public static final String PREFIX = "${";

    private static final String SUFFIX = "}";
    private static final String SEPARATOR = ":";
    private static final String MISSED_BY_FLYWAY = "$" + PREFIX;

    private final String text;
    private final Map<String, String> values = new HashMap<>();
    private final StringBuilder filled = new StringBuilder();
    private final List<UnknownPlaceholder> unknown = new ArrayList<>();

    private PlaceholderText(String text, Map<String, String> values) {
        this.text = text;
        values.forEach((name, value) -> this.values.put(name.toLowerCase(Locale.ENGLISH), value));
    }

    public static PlaceholderText of(String text, Map<String, String> values) {
        PlaceholderText filled = new PlaceholderText(text, values);
        filled.fill();
        return filled;
    }

    private void fill() {
        int done = 0;
        int at = text.indexOf(PREFIX);
        while (at >= 0) {
            filled.append(text, done, at);
            done = fill(at);
            at = text.indexOf(PREFIX, done);
        }
        filled.append(text, done, text.length());
    }

    /// Where the text goes on behind the placeholder.
    private int fill(int at) {
        int begin = at + PREFIX.length();
        int end = text.indexOf(SUFFIX, begin);
        String name = text.substring(begin, end < 0 ? text.length() : end);
        String value = end < 0 ? null : values.get(name.toLowerCase(Locale.ENGLISH));
        if (value != null) {
            filled.append(value);
            return end + SUFFIX.length();
        }
        unknown.add(
                new UnknownPlaceholder(name, (int) text.substring(0, at).lines().count() + (isLineStart(at) ? 1 : 0)));
        filled.append(PREFIX);
        return begin;
    }

    private boolean isLineStart(int at) {
        return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
    }

    /// The placeholders without a value, which stand in the text as they were.
    public List<UnknownPlaceholder> unknown() {
        return List.copyOf(unknown);
    }

    public String text() {
        return filled.toString();
    }

    /// The text as Flyway takes it for the checksum of a repeatable script: with what its reader misses.
    public String asFlyway() {
        return text.contains(MISSED_BY_FLYWAY) ? readByFlyway() : text();
    }

    private String readByFlyway() {
        StringWriter read = new StringWriter(text.length());
        try (PlaceholderReplacingReader reader =
                new PlaceholderReplacingReader(PREFIX, SUFFIX, SEPARATOR, values, new StringReader(text))) {
            reader.transferTo(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.toString();
    }
}
