package dev.slipway.runner.engine.revision;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.model.failure.UsageFailure;
import dev.slipway.runner.model.script.Naming;
import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.ScriptSet;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Chooses the version of a new revision in the manner of the highest one there is, and above it.
public final class NextVersion {
    private static final String FIRST = "1";
    private static final Pattern LAST_NUMBER = Pattern.compile("(.*?)(\\d+)");
    private static final Pattern COUNTED = Pattern.compile("(\\d{4}[._]?\\d{2}[._]?\\d{2})([._])(\\d+)");

    private NextVersion() {}

    /// As it is to stand in the name of the file: `8` after `7`, `1.3` after `1.2`, `008` after `007`, the moment after
    /// a moment, and after `20261121_2` another one of today.
    public static String after(ScriptSet scripts, Naming naming, Instant now) {
        return Stream.<Script.Revision>concat(scripts.versioned().stream(), scripts.baselines().stream())
                .max(Comparator.comparing(Script.Revision::version))
                .map(highest -> after(naming.versionIn(highest), now))
                .orElse(FIRST);
    }

    /// The moment, whatever the manner of the others: `20261121093000`.
    ///
    /// @throws SlipwayException with `UsageFailure` if it is not above the highest
    public static String moment(ScriptSet scripts, Instant now) {
        String next = after(scripts, scripts.naming(), now);
        if (TimestampForm.of(next).isPresent()) {
            return next;
        }
        String moment = TimestampForm.SECONDS.at(now);
        Optional<Version> highest = scripts.newest();
        if (highest.filter(version -> version.compareTo(Version.of(moment)) >= 0)
                .isPresent()) {
            throw new SlipwayException(new UsageFailure(
                    "the moment %s is not above version %s".formatted(moment, highest.get()), "leave --timestamp out"));
        }
        return moment;
    }

    /// The same after a version that is the highest.
    public static String after(String highest, Instant now) {
        Optional<TimestampForm> moment = TimestampForm.of(highest);
        if (moment.isPresent()) {
            return moment.get().after(highest, now);
        }
        Matcher counted = COUNTED.matcher(highest);
        if (counted.matches()) {
            String day = counted.group(1);
            Optional<String> today =
                    TimestampForm.of(day).map(form -> form.at(now)).filter(text -> text.compareTo(day) > 0);
            if (today.isPresent()) {
                return today.get() + counted.group(2) + padded(BigInteger.ONE, counted.group(3));
            }
        }
        Matcher number = LAST_NUMBER.matcher(highest);
        if (!number.matches()) {
            throw new IllegalArgumentException("not a version: " + highest);
        }
        return number.group(1) + padded(new BigInteger(number.group(2)).add(BigInteger.ONE), number.group(2));
    }

    /// With as many leading zeros as the former one.
    private static String padded(BigInteger number, String former) {
        String digits = number.toString();
        return "0".repeat(Math.max(0, former.length() - digits.length())) + digits;
    }
}
