package dev.slipway.runner.engine.impact;

import dev.slipway.runner.model.ExitCode;
import java.util.List;

/// Nobody recorded what scripts do with the rows of tables, so that it cannot be told how long they lock them.
///
/// @param scripts their paths in the location
public record LockTimeUnknown(List<String> scripts) implements ImpactFailure {
    public LockTimeUnknown {
        scripts = List.copyOf(scripts);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "cannot enforce --max-lock: it is unknown how long the scripts lock tables";
    }

    @Override
    public List<String> details() {
        return scripts.stream()
                .map("manifest.json does not say what %s does with the rows of tables"::formatted)
                .toList();
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "run `prove --all` and deliver manifest.json together with the scripts, or leave --max-lock out";
    }
}
