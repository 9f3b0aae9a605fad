package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.manifest.ProvedRevision;
import java.util.List;

/// What became of a revision whose parents are proved.
sealed interface Verdict {
    /// It leads to one certain schema.
    ///
    /// @param rows whether a table that it makes or does something to has rows
    record Proved(ProvedRevision revision, Evidence evidence, boolean rows) implements Verdict {}

    /// It was not tried, since what is below it is not as it was proved.
    record Doubtful(List<Finding> findings) implements Verdict {
        public Doubtful {
            findings = List.copyOf(findings);
        }
    }

    /// It fails, or does not what it says: what builds on it is tried without it.
    record Fallen(Evidence evidence) implements Verdict {}
}
