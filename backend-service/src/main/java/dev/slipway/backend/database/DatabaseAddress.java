package dev.slipway.backend.database;

import dev.slipway.backend.setting.SettingException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A database URL taken apart, so that user and password never stand in a URL again.
///
/// @param hosts one or more, separated by comma, each with an optional port
/// @param database still percent-encoded
/// @param parameters for the driver, under its own names
record DatabaseAddress(String hosts, String database, Map<String, String> parameters) {
    private static final Pattern URL = Pattern.compile("(?:jdbc:postgresql|postgres(?:ql)?(?:\\+\\w+)?)://"
            + "(?:(?<user>[^/?:]*)(?::(?<password>[^/?]*))?@)?(?<hosts>[^/?@]*)"
            + "(?:/(?<database>[^?/]*))?(?:\\?(?<query>.*))?");

    /// What libpq calls otherwise than the driver.
    private static final Map<String, String> NAMES =
            Map.of("application_name", "ApplicationName", "connect_timeout", "connectTimeout");

    DatabaseAddress {
        parameters = Map.copyOf(parameters);
    }

    /// Takes `postgresql://`, `postgres://`, SQLAlchemy's `postgresql+driver://` and `jdbc:postgresql://`.
    static DatabaseAddress of(String url) {
        Matcher matcher = URL.matcher(url.strip());
        if (!matcher.matches() || group(matcher, "hosts").isEmpty()) {
            throw new SettingException(
                    "DATABASE_URL is missing or malformed; give postgresql://user:password@host:5432/database,"
                            + " and percent-encode special characters in user and password");
        }
        Map<String, String> parameters = new TreeMap<>();
        group(matcher, "user").ifPresent(user -> parameters.put("user", decoded(user)));
        group(matcher, "password").ifPresent(password -> parameters.put("password", decoded(password)));
        group(matcher, "query").ifPresent(query -> addParameters(parameters, query));
        // as libpq does it: whoever gives a root certificate wants it used
        if (parameters.containsKey("sslrootcert")) {
            parameters.replace("sslmode", "require", "verify-ca");
        }
        return new DatabaseAddress(
                matcher.group("hosts"), group(matcher, "database").orElse(""), parameters);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://%s/%s".formatted(hosts, database);
    }

    @Override
    public String toString() {
        return "\"%s\" on \"%s\"".formatted(decoded(database), hosts);
    }

    private static void addParameters(Map<String, String> parameters, String query) {
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                String name = parameter.substring(0, equals);
                parameters.put(NAMES.getOrDefault(name, name), decoded(parameter.substring(equals + 1)));
            }
        }
    }

    private static Optional<String> group(Matcher matcher, String name) {
        return Optional.ofNullable(matcher.group(name)).filter(text -> !text.isEmpty());
    }

    /// Percent-decoding only: a plus sign in a password is a plus sign.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new SettingException("DATABASE_URL is malformed; write a percent sign in it as %25");
        }
    }
}
