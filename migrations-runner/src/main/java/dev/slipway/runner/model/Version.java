package dev.slipway.runner.model;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The version of a revision, compared part by part as Flyway does: `1.2` comes before `1.10`, and `1` equals `1.0`.
public final class Version implements Comparable<Version> {
    private static final Pattern FORM = Pattern.compile("\\d+([._]\\d+)*");

    private final String text;
    private final List<BigInteger> parts;

    private Version(String text, List<BigInteger> parts) {
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
        return Optional.of(new Version(dotted, withoutTrailingZeros(dotted)));
    }

    /// For example `7, 8`.
    public static String list(Collection<Version> versions) {
        return versions.stream().map(Version::toString).collect(Collectors.joining(", "));
    }

    private static List<BigInteger> withoutTrailingZeros(String dotted) {
        List<BigInteger> all =
                Arrays.stream(dotted.split("\\.", -1)).map(BigInteger::new).toList();
        int length = all.size();
        while (length > 1 && all.get(length - 1).signum() == 0) {
            length--;
        }
        return all.subList(0, length);
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.min(parts.size(), other.parts.size()); i++) {
            int compared = parts.get(i).compareTo(other.parts.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
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
