package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.proof.NearestPosition;
import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import java.util.List;

/// A database that is to be adopted at a revision has a history, which says another.
///
/// @param ahead revisions that scripts newer than these have applied
public record AdoptionNeedless(String database, List<Version> position, List<Version> ahead)
        implements AdoptionFailure {
    public AdoptionNeedless {
        position = List.copyOf(position);
        ahead = List.copyOf(ahead);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return ahead.isEmpty()
                ? "database %s has a history already, and is at %s".formatted(database, NearestPosition.name(position))
                : "database %s has a history already, and is ahead of these scripts by %s"
                        .formatted(database, Version.list(ahead));
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        if (!ahead.isEmpty()) {
            return "there is nothing to adopt: use the newer scripts, which have %s".formatted(Version.list(ahead));
        }
        return "`drift` tells whether its schema is the proved one of %s, `upgrade` and `downgrade` lead elsewhere, "
                        .formatted(NearestPosition.name(position))
                + "and `stamp --purge` corrects a history that is wrong";
    }
}
