package dev.slipway.runner.postgres.flyway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.flywaydb.core.internal.configuration.ConfigUtils;

/// Reads what Flyway's `.conf` files say, `key=value` in each line, as Flyway reads it.
public final class ConfText {
    static {
        SilentLog.use();
    }

    private ConfText() {}

    /// The values by their keys, as they are written.
    public static Map<String, String> read(String text) {
        try {
            return ConfigUtils.loadConfigurationFromString(text, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
