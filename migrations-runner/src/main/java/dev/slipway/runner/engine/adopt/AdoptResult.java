package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.model.Version;
import java.util.List;

/// What an adoption found and recorded.
///
/// @param position where the database is
/// @param recorded the revisions that were recorded now, or would be without `--dry-run`
/// @param objects how many objects of the schema were compared
/// @param notCompared the repeatable scripts, which the next upgrade runs
public record AdoptResult(
        String database,
        Outcome outcome,
        List<Version> position,
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
        recorded = List.copyOf(recorded);
        notCompared = List.copyOf(notCompared);
    }

    static AdoptResult nothing(String database, Outcome outcome, List<Version> position) {
        return new AdoptResult(database, outcome, position, List.of(), 0, List.of());
    }
}
