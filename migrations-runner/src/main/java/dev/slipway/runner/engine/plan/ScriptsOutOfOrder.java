package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import java.util.List;

/// Scripts below the position were never applied; they were added late.
///
/// @param scripts their origins
public record ScriptsOutOfOrder(List<String> scripts, List<Version> position) implements PlanFailure {
    public ScriptsOutOfOrder {
        scripts = List.copyOf(scripts);
        position = List.copyOf(position);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "the database is at %s, but scripts that come before were never applied"
                .formatted(Version.list(position));
    }

    @Override
    public List<String> details() {
        return scripts;
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "give them a version above %s (`renumber`), or apply them late with --allow-out-of-order"
                .formatted(Version.list(position));
    }
}
