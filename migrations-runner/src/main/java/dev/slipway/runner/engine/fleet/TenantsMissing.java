package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.ExitCode;

/// There is not one tenant: most likely a mistake.
///
/// @param where they were looked for: `tenants.txt`, `app on db:5432`
/// @param pattern the schemas that were looked for, or empty
public record TenantsMissing(String where, String pattern) implements FleetFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return pattern.isEmpty()
                ? "there is no tenant in %s".formatted(where)
                : "no schema of %s matches \"%s\"".formatted(where, pattern);
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return pattern.isEmpty()
                ? "write one tenant a line: postgresql://user@host/database, or the name of a schema"
                : "correct --schemas, in which * stands for any text and ? for one character";
    }
}
