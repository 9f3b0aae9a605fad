package dev.slipway.runner;

import java.util.logging.Level;
import java.util.logging.Logger;

/// What stock Flyway tells its log has no reader in a test.
public final class FlywayLog {
    private static final Logger LOGGER = Logger.getLogger("org.flywaydb");

    private FlywayLog() {}

    public static void silence() {
        LOGGER.setLevel(Level.OFF);
    }
}
