package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Plural;

/// A signal asked the run to end.
///
/// @param done how many tenants came to their end
/// @param all how many there are
public record FleetInterrupted(int done, int all) implements FleetFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.TERMINATED;
    }

    @Override
    public String message() {
        return "interrupted";
    }

    @Override
    public String state() {
        return "%d of %s are done; the others are as told above, or were not begun"
                .formatted(done, Plural.of(all, "tenant"));
    }

    @Override
    public String help() {
        return "run the command again to go on";
    }
}
