package dev.slipway.runner.postgres.flyway;

import org.flywaydb.core.api.logging.Log;

/// Flyway's own messages have no reader here: what went wrong reaches people as a failure.
final class SilentLog implements Log {
    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Exception e) {}

    @Override
    public void notice(String message) {}
}
