package dev.slipway.runner.testing;

import dev.slipway.runner.postgres.connect.ConnectionSettings;
import dev.slipway.runner.postgres.connect.HostAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How the databases of a server are addressed.
record ServerAddress(ConnectionSettings settings) {
    /// How to get into a database of the server.
    ConnectionSettings in(String database) {
        return settings.in(database);
    }

    String user() {
        return settings.user();
    }

    String password() {
        try {
            return settings.password().read(settings.hosts().getFirst(), settings.database(), user());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For the JDBC driver, without user and password.
    String jdbcUrl(String database) {
        return "jdbc:postgresql://%s/%s%s".formatted(hosts(), encoded(database), parameters());
    }

    /// With user and password.
    String url(String database) {
        return "postgresql://%s:%s@%s/%s%s"
                .formatted(encoded(user()), encoded(password()), hosts(), encoded(database), parameters());
    }

    private String hosts() {
        return settings.hosts().stream().map(HostAddress::toString).collect(Collectors.joining(","));
    }

    private String parameters() {
        return settings.driverProperties().isEmpty()
                ? ""
                : new TreeMap<>(settings.driverProperties())
                        .entrySet().stream()
                                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
