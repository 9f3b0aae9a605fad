package dev.slipway.backend.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The environment variables of the process, taken literally.
///
/// Micronaut's own configuration is not used for them, because it would read a `${` in a password as a placeholder.
public record Settings(Map<String, String> environment) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES);

    public Settings {
        environment = Map.copyOf(environment);
    }

    /// The value of a variable, if it is set and not blank.
    public Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /// What stands in the file that a variable names, without the line break at its end.
    public Optional<String> content(String name) {
        return text(name).map(file -> {
            try {
                return Files.readString(Path.of(file)).strip();
            } catch (IOException | InvalidPathException e) {
                throw new SettingException("%s names \"%s\", which cannot be read".formatted(name, file));
            }
        });
    }

    /// Refuses a secret of this project's folder for developers, which everybody can read, except with
    /// `DEVELOPMENT=true`.
    public void mustBeOwn(String name, String secret) {
        if (secret.startsWith("development-only") && !this.text("DEVELOPMENT").equals(Optional.of("true"))) {
            throw new SettingException(
                    "%s is the one for development, which everybody knows; give one of your own, or DEVELOPMENT=true on a developer's machine"
                            .formatted(name));
        }
    }

    /// One of some words, of which the first is the preset.
    public String choice(String name, List<String> words) {
        String value = text(name).map(String::strip).orElse(words.getFirst());
        if (!words.contains(value)) {
            throw new SettingException(
                    "%s does not take \"%s\"; give %s".formatted(name, value, String.join(" or ", words)));
        }
        return value;
    }

    public int number(String name, int preset, int least, int most) {
        return text(name)
                .map(value -> parsed(value)
                        .filter(number -> number >= least && number <= most)
                        .orElseThrow(() -> new SettingException("%s does not take \"%s\"; give a number from %d to %d"
                                .formatted(name, value, least, most))))
                .orElse(preset);
    }

    public Duration duration(String name, Duration preset, Duration least, Duration most) {
        return text(name)
                .map(value -> parsedDuration(value)
                        .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0)
                        .orElseThrow(() -> new SettingException(
                                "%s does not take \"%s\"; give a duration such as 500ms, 60s or 2m, from %s to %s"
                                        .formatted(name, value, words(least), words(most)))))
                .orElse(preset);
    }

    private static Optional<Integer> parsed(String value) {
        return NUMBER.matcher(value.strip()).matches()
                ? Optional.of(Integer.parseInt(value.strip()))
                : Optional.empty();
    }

    private static Optional<Duration> parsedDuration(String value) {
        Matcher matcher = DURATION.matcher(value.strip());
        return matcher.matches()
                ? Optional.of(Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2))))
                : Optional.empty();
    }

    private static String words(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1_000 != 0) {
            return millis + "ms";
        }
        return millis % 60_000 != 0 || millis == 0 ? duration.toSeconds() + "s" : duration.toMinutes() + "m";
    }
}
