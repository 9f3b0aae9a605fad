package dev.slipway.runner.model;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The version of a revision, compared part by part as Flyway does: `1.2` comes before `1.10`, and `1` equals `1.0`.
public final class Version implements Comparable<Version> {
    private static final Pattern FORM = Pattern.compile("\\d+([._]\\d+)*");

    private final String text;

    /// Its parts without leading zeros, each after its length, so that texts compare as versions do: a longer number is
    /// the larger one. A zero is empty, and those at the end are left out.
    private final String parts;

    private Version(String text, String parts) {
        this.text = text;
        this.parts = parts;
    }

    /// Takes digits parted by `.` or `_`, for example `7`, `1.2`, `2026_11_21`, `007`.
    ///
    /// @throws IllegalArgumentException if the text has another form
    public static Version of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a version: \"" + text + "\""));
    }

    /// The version, or nothing if the text has another form.
    public static Optional<Version> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String dotted = text.replace('_', '.');
        return Optional.of(new Version(dotted, parts(dotted)));
    }

    /// For example `7, 8`.
    public static String list(Collection<Version> versions) {
        return versions.stream().map(Version::toString).collect(Collectors.joining(", "));
    }

    private static String parts(String dotted) {
        StringBuilder parts = new StringBuilder();
        int end = 0;
        for (String number : dotted.split("\\.", -1)) {
            String digits = withoutLeadingZeros(number);
            parts.append((char) digits.length()).append(digits);
            end = digits.isEmpty() ? end : parts.length();
        }
        return parts.substring(0, end);
    }

    private static String withoutLeadingZeros(String number) {
        int start = 0;
        while (start < number.length() && number.charAt(start) == '0') {
            start++;
        }
        return number.substring(start);
    }

    @Override
    public int compareTo(Version other) {
        return Integer.signum(parts.compareTo(other.parts));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && parts.equals(version.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
