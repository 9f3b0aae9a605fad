package dev.slipway.runner.engine.inspect;

import java.util.List;

/// The revisions that nothing builds on.
public record HeadsResult(List<RevisionSummary> heads) {
    public HeadsResult {
        heads = List.copyOf(heads);
    }
}
