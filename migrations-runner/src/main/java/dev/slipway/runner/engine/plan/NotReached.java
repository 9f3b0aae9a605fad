package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import java.util.List;

/// A downgrade to a revision that the database does not have.
public record NotReached(String target, List<Version> position) implements PlanFailure {
    public NotReached {
        position = List.copyOf(position);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "cannot downgrade to %s: the database is %s"
                .formatted(target, position.isEmpty() ? "before the first revision" : "at " + Version.list(position));
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "name a revision that is applied, or go up with `upgrade %s`".formatted(target);
    }
}
