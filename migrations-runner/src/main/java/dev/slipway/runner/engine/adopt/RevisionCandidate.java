package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.model.Version;
import java.util.List;

/// Where a database could be.
///
/// @param position the revisions that no other of these builds on
/// @param revisions all it would have, in the order in which they are applied
/// @param differing how many objects are not as they were proved there
/// @param shared how many are
record RevisionCandidate(List<Version> position, List<Version> revisions, int differing, int shared) {
    RevisionCandidate {
        position = List.copyOf(position);
        revisions = List.copyOf(revisions);
    }

    boolean matches() {
        return differing == 0;
    }
}
