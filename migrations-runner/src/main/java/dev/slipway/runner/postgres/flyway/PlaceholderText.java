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

/// A text with placeholders filled in as Flyway does it, and also where Flyway's reader misses them: right behind the
/// sign they begin with, as in `$${name}`.
///
/// What is filled in is not looked at again.
public final class PlaceholderText {
    private final String text;
    private final PlaceholderMarks marks;
    private final Map<String, String> values = new HashMap<>();
    private final StringBuilder filled = new StringBuilder();
    private final List<UnknownPlaceholder> unknown = new ArrayList<>();

    private PlaceholderText(String text, Map<String, String> values, PlaceholderMarks marks) {
        this.text = text;
        this.marks = marks;
        values.forEach((name, value) -> this.values.put(name.toLowerCase(Locale.ENGLISH), value));
    }

    public static PlaceholderText of(String text, Map<String, String> values, PlaceholderMarks marks) {
        PlaceholderText filled = new PlaceholderText(text, values, marks);
        filled.fill();
        return filled;
    }

    private void fill() {
        int done = 0;
        int at = text.indexOf(marks.prefix());
        while (at >= 0) {
            filled.append(text, done, at);
            done = fill(at);
            at = text.indexOf(marks.prefix(), done);
        }
        filled.append(text, done, text.length());
    }

    /// Where the text goes on behind the placeholder.
    private int fill(int at) {
        int begin = at + marks.prefix().length();
        int end = text.indexOf(marks.suffix(), begin);
        String name = text.substring(begin, end < 0 ? text.length() : end);
        String value = end < 0 ? null : values.get(name.toLowerCase(Locale.ENGLISH));
        if (value != null) {
            filled.append(value);
            return end + marks.suffix().length();
        }
        int line = (int) text.substring(0, at).lines().count() + (isLineStart(at) ? 1 : 0);
        unknown.add(new UnknownPlaceholder(name, line, marks));
        filled.append(marks.prefix());
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
        return text.contains(marks.prefix().charAt(0) + marks.prefix()) ? readByFlyway() : text();
    }

    private String readByFlyway() {
        StringWriter read = new StringWriter(text.length());
        try (PlaceholderReplacingReader reader = new PlaceholderReplacingReader(
                marks.prefix(), marks.suffix(), marks.separator(), values, new StringReader(text))) {
            reader.transferTo(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.toString();
    }
}
