package dev.slipway.runner.postgres.connect;

import java.nio.charset.StandardCharsets;

/// What `pg_stat_activity` shows of this run.
final class ApplicationName {
    /// `NAMEDATALEN - 1`; the server cuts what is longer.
    private static final int LONGEST = 63;

    private ApplicationName() {}

    /// @param given the name the settings ask for, or empty
    static String of(String doing, String given) {
        String name = "slipway " + doing + (given.isEmpty() ? "" : " (" + given + ")");
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
