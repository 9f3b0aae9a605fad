package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Plural;
import dev.slipway.runner.model.Version;
import java.util.List;

/// The history holds revisions that the database would not have, were the stamp true.
///
/// @param denied the revisions that are recorded already but not part of what was asked for
public record StampContradicted(String database, List<Version> position, List<Version> denied)
        implements AdoptionFailure {
    public StampContradicted {
        position = List.copyOf(position);
        denied = List.copyOf(denied);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "the history of database %s contradicts it: %s %s recorded as applied"
                .formatted(database, Version.list(denied), Plural.word(denied.size(), "is", "are"));
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "if the database does not have them, forget them with --purge; to take them back, use `downgrade`; "
                + "else stamp a revision that builds on " + Version.list(position);
    }
}
