package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import java.util.List;

/// Only a baseline script leads on from where a database is, and it has to begin with an empty one.
///
/// @param script the path of the baseline script
/// @param position of the database, which may be none if a script was begun
public record BaselineUnusable(String script, Version version, List<Version> position) implements PlanFailure {
    public BaselineUnusable {
        position = List.copyOf(position);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "the scripts begin with %s, which only an empty database can run".formatted(script);
    }

    @Override
    public List<String> details() {
        return List.of(
                position.isEmpty()
                        ? "the database is not empty, and not at %s".formatted(version)
                        : "the database is at %s, and the scripts that lead from there to %s are gone"
                                .formatted(Version.list(position), version));
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "bring it to %1$s with the scripts of an older release, which still has those up to %1$s, and run `upgrade` "
                        .formatted(version)
                + "again; if it has everything already that %s makes, record that with `stamp %s`"
                        .formatted(script, version);
    }
}
