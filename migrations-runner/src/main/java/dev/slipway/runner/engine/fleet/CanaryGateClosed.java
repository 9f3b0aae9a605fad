package dev.slipway.runner.engine.fleet;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// What a canary is asked before the others follow is not answered with true.
///
/// @param query that of --gate
/// @param answer in words
public record CanaryGateClosed(String query, String answer) implements FleetFailure {
    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "the gate is closed: it answers with %s".formatted(answer);
    }

    @Override
    public List<String> details() {
        return List.of(query);
    }

    @Override
    public String state() {
        return "what was applied to the canaries stayed applied; no other tenant was begun";
    }

    @Override
    public String help() {
        return "run the command again when it answers with true, or take the canaries back with `downgrade`";
    }
}
