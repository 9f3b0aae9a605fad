package dev.slipway.workbench.bridge;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.failure.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Columns cannot be kept equal as they were declared.
///
/// @param why what stands in the way
/// @param error what PostgreSQL said, or null if it was not asked
public record BridgeRefused(
        String bridge, String why, @Nullable ServerError error, String help) implements Failure {
    public BridgeRefused(String bridge, String why, String help) {
        this(bridge, why, null, help);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "%s: %s".formatted(bridge, why);
    }

    @Override
    public List<String> details() {
        return error == null || error.hint().isEmpty() ? List.of() : List.of("hint: " + error.hint());
    }

    @Override
    public String state() {
        return "nothing was written";
    }

    @Override
    public String help() {
        return help;
    }
}
