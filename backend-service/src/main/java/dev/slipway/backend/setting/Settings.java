package dev.slipway.backend.setting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The environment variables of the process, taken literally.
///
/// Micronaut's own configuration is not used for them, because it would read a `${` in a password as a placeholder.
public record Settings(Map<String, String> environment) {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
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

    public int number(String name, int preset) {
        return text(name).map(value -> number(name, value)).orElse(preset);
    }

    public Duration duration(String name, Duration preset) {
        return text(name).map(value -> duration(name, value)).orElse(preset);
    }

    private static int number(String name, String value) {
        if (!NUMBER.matcher(value.strip()).matches()) {
            throw new SettingException("%s does not take \"%s\"; give a number from 1".formatted(name, value));
        }
        return Integer.parseInt(value.strip());
    }

    private static Duration duration(String name, String value) {
        Matcher matcher = DURATION.matcher(value.strip());
        if (!matcher.matches()) {
            throw new SettingException(
                    "%s does not take \"%s\"; give a duration such as 500ms, 60s or 2m".formatted(name, value));
        }
        return Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2)));
    }
}
