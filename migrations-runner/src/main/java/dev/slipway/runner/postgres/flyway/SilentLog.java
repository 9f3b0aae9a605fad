package dev.slipway.runner.postgres.flyway;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;

/// Flyway's own messages have no reader here: what went wrong reaches people as a failure.
final class SilentLog implements Log {
    /// Before any other of Flyway's classes is used.
    static void use() {
        LogFactory.setLogCreator(type -> new SilentLog());
    }

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
