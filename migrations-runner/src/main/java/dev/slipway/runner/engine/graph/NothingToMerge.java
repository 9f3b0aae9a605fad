package dev.slipway.runner.engine.graph;

import dev.slipway.runner.model.ExitCode;
import dev.slipway.runner.model.Version;
import java.util.List;

/// A merge of fewer than two branches.
///
/// @param revisions those to be joined
/// @param contained those of them that another one builds on
/// @param heads those of the scripts
public record NothingToMerge(List<Version> revisions, List<Version> contained, List<Version> heads)
        implements GraphFailure {
    public NothingToMerge {
        revisions = List.copyOf(revisions);
        contained = List.copyOf(contained);
        heads = List.copyOf(heads);
    }

    @Override
    public ExitCode exitCode() {
        return ExitCode.REFUSED;
    }

    @Override
    public String message() {
        if (revisions.isEmpty()) {
            return "nothing to merge: there is no revision yet";
        }
        return contained.isEmpty()
                ? "nothing to merge: there is only %s".formatted(Version.list(revisions))
                : "nothing to merge: another one of %s builds on %s already"
                        .formatted(Version.list(revisions), Version.list(contained));
    }

    @Override
    public String state() {
        return "nothing was changed";
    }

    @Override
    public String help() {
        return heads.size() > 1
                ? "name heads to be joined: " + Version.list(heads)
                : "there is one head at most, so go on with `revision`";
    }
}
