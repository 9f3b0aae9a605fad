package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import java.util.List;

/// A database is ahead of the scripts, whose manifest does not know its schema. Nor is that seen to be the schema which
/// the newer run left.
///
/// @param ahead the revisions of newer scripts
/// @param changed whether it is seen to be another one; false if that run left no fingerprint
public record NewerSchema(String database, List<Version> ahead, boolean changed) implements ProofFailure {
    public NewerSchema {
        ahead = List.copyOf(ahead);
    }

    @Override
    public ExitCode exitCode() {
        return changed ? ExitCode.FINDINGS : ExitCode.REFUSED;
    }

    @Override
    public String message() {
        return "%s is ahead of these scripts by %s, and %s"
                .formatted(
                        database,
                        Version.list(ahead),
                        changed ? "its schema is not what the last run left" : "they do not know its schema");
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return "run `drift` with the scripts that this database has: their manifest names the objects";
    }
}
