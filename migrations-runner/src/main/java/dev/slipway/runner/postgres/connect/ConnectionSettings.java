package dev.slipway.runner.postgres.connect;

import java.util.*;

public record ConnectionSettings(String url) {
    public static ConnectionSettings of(Optional<String> url, Map<String, String> env) {
        return new ConnectionSettings(url.orElse(env.getOrDefault("DATABASE_URL", "")));
    }
}
