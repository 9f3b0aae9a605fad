package dev.slipway.runner.engine.downgrade;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.failure.Failure;
import dev.slipway.runner.model.loss.Loss;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Nobody has agreed to a downgrade and to what it loses.
///
/// @param losses null if it was not found out what would be lost
/// @param declined whether somebody was asked and did not agree; false if there was nobody to ask
public record ConsentMissing(
        String database, List<Version> versions, @Nullable List<Loss> losses, boolean declined) implements Failure {
    public ConsentMissing {
        versions = List.copyOf(versions);
        losses = losses == null ? null : List.copyOf(losses);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return declined
                ? "not confirmed"
                : "confirm that %s may be taken back from %s".formatted(Version.list(versions), database);
    }

    @Override
    public List<String> details() {
        return declined || losses == null ? List.of() : lines(losses);
    }

    /// What would be lost, for people.
    public static List<String> lines(List<Loss> losses) {
        List<String> lines = new ArrayList<>();
        if (losses.isEmpty()) {
            lines.add("no data would be lost");
        } else if (losses.stream().allMatch(Loss.Untried.class::isInstance)) {
            lines.add("no data would be lost by what can be tried beforehand");
        }
        losses.forEach(loss -> lines.add(loss.asked()));
        return lines;
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return declined
                ? "run it again, and answer yes"
                : "add --yes, or run the command in a terminal (one database only)";
    }
}
