package dev.slipway.runner.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// The database of a Flyway project. Its parts belong together: where an own address is given, none of them counts, so
/// that no password goes to another server.
record FlywayAddress(FlywaySettings settings) {
    private static final String URL = "DATABASE_URL";
    private static final String USER = "DATABASE_USER";
    private static final String PASSWORD = "DATABASE_PASSWORD";
    private static final String PASSWORD_FILE = "DATABASE_PASSWORD_FILE";

    /// With the names of drivers that watch PostgreSQL's.
    private static final Pattern POSTGRESQL = Pattern.compile("jdbc:(?:otel:|p6spy:)?(postgresql:.*)");

    /// A value that another program would have to tell.
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Za-z]+\\.[^}]*}");

    static boolean isOwn(Optional<String> url, Map<String, String> environment) {
        return !url.orElse("").isBlank() || isGiven(environment, URL);
    }

    /// The environment with this address, unless it has one or the flag does.
    Map<String, String> in(Optional<String> url, Map<String, String> environment) {
        Optional<String> flyway = url();
        if (isOwn(url, environment) || flyway.isEmpty()) {
            return environment;
        }
        Map<String, String> addressed = new HashMap<>(environment);
        addressed.put(URL, flyway.get() + parameters(flyway.get()));
        if (!isGiven(environment, USER)) {
            known(FlywaySetting.USER).ifPresent(user -> addressed.put(USER, user));
        }
        if (!isGiven(environment, PASSWORD) && !isGiven(environment, PASSWORD_FILE)) {
            known(FlywaySetting.PASSWORD).ifPresent(password -> addressed.put(PASSWORD, password));
        }
        return addressed;
    }

    /// Whether there is one that cannot be used.
    boolean isOfAnother() {
        return settings.value(FlywaySetting.URL).isPresent() && url().isEmpty();
    }

    /// Whether another program would have to tell it.
    boolean isUntold(FlywaySetting setting) {
        return settings.value(setting).isPresent() && known(setting).isEmpty();
    }

    private Optional<String> url() {
        return known(FlywaySetting.URL)
                .map(POSTGRESQL::matcher)
                .flatMap(url -> url.matches() ? Optional.of("jdbc:" + url.group(1)) : Optional.empty());
    }

    private Optional<String> known(FlywaySetting setting) {
        return settings.value(setting).filter(value -> !REFERENCE.matcher(value).find());
    }

    private String parameters(String url) {
        StringJoiner parameters = new StringJoiner("&", url.contains("?") ? "&" : "?", "");
        parameters.setEmptyValue("");
        settings.forEach(
                FlywaySetting.JDBC_PROPERTIES,
                (name, value) -> parameters.add(name + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
        return parameters.toString();
    }

    private static boolean isGiven(Map<String, String> environment, String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
