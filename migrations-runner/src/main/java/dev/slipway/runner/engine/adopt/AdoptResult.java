package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.model.Version;
import java.util.List;

/// What an adoption found and recorded.
///
/// @param position where the database is
/// @param ahead revisions that scripts newer than these have applied
/// @param recorded the revisions that were recorded now, or would be without `--dry-run`
/// @param objects how many objects of the schema were compared
/// @param notCompared the repeatable scripts, which the next upgrade runs
public record AdoptResult(
        String database,
        Outcome outcome,
        List<Version> position,
        List<Version> ahead,
        List<Version> recorded,
        int objects,
        List<String> notCompared) {
    /// What became of the database.
    public enum Outcome {
        ADOPTED,
        /// It would be adopted without `--dry-run`.
        ADOPTABLE,
        /// There is nothing in it, so that an upgrade can begin at once.
        EMPTY,
        /// It has a history already.
        MANAGED
    }

    public AdoptResult {
        position = List.copyOf(position);
        ahead = List.copyOf(ahead);
        recorded = List.copyOf(recorded);
        notCompared = List.copyOf(notCompared);
    }

    static AdoptResult empty(String database) {
        return new AdoptResult(database, Outcome.EMPTY, List.of(), List.of(), List.of(), 0, List.of());
    }

    static AdoptResult managed(String database, List<Version> position, List<Version> ahead) {
        return new AdoptResult(database, Outcome.MANAGED, position, ahead, List.of(), 0, List.of());
    }
}
