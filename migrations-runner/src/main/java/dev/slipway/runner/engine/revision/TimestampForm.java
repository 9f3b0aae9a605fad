package dev.slipway.runner.engine.revision;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How versions that are moments in UTC are written: `20261121093000`, `2026_11_21`, `20261121.0930`.
///
/// @param smallest the unit of the last part
record TimestampForm(DateTimeFormatter form, ChronoUnit smallest) {
    private static final String FIELDS = "uuuuMMddHHmmssSSS";
    private static final Pattern SHAPE = Pattern.compile(
            "(?:19|2\\d)\\d\\d[._]?\\d\\d[._]?\\d\\d" + "(?:[._]?\\d\\d[._]?\\d\\d(?:[._]?\\d\\d(?:[._]?\\d{3})?)?)?");

    /// That of Rails and many others.
    static final TimestampForm SECONDS =
            new TimestampForm(DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT), ChronoUnit.SECONDS);

    /// The form of a version, or nothing if that is not a moment.
    static Optional<TimestampForm> of(String version) {
        if (!SHAPE.matcher(version).matches()) {
            return Optional.empty();
        }
        StringBuilder pattern = new StringBuilder();
        int digits = 0;
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            pattern.append(Character.isDigit(c) ? String.valueOf(FIELDS.charAt(digits++)) : "'" + c + "'");
        }
        TimestampForm found = new TimestampForm(
                DateTimeFormatter.ofPattern(pattern.toString(), Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
                smallest(digits));
        try {
            found.parse(version);
            return Optional.of(found);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static ChronoUnit smallest(int digits) {
        return switch (digits) {
            case 8 -> ChronoUnit.DAYS;
            case 12 -> ChronoUnit.MINUTES;
            case 14 -> ChronoUnit.SECONDS;
            default -> ChronoUnit.MILLIS;
        };
    }

    String at(Instant now) {
        return form.format(LocalDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    /// Now, or if the version is as late, the next moment that can be written.
    String after(String version, Instant now) {
        String next = at(now);
        return next.compareTo(version) > 0 ? next : form.format(parse(version).plus(1, smallest));
    }

    private LocalDateTime parse(String version) {
        return smallest == ChronoUnit.DAYS
                ? LocalDate.parse(version, form).atStartOfDay()
                : LocalDateTime.parse(version, form);
    }
}
