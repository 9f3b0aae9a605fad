package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.proof.NearestPosition;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import java.util.List;

/// A database that is to be adopted at a revision has a history, which says another.
public record AdoptionNeedless(String database, List<Version> position) implements AdoptionFailure {
    public AdoptionNeedless {
        position = List.copyOf(position);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "database %s has a history already, and is at %s".formatted(database, NearestPosition.name(position));
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "`drift` tells whether its schema is the proved one of %s, `upgrade` and `downgrade` lead elsewhere, "
                        .formatted(NearestPosition.name(position))
                + "and `stamp --purge` corrects a history that is wrong";
    }
}
