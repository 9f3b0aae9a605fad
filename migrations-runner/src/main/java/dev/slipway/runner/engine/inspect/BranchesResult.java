package dev.slipway.runner.engine.inspect;

import java.util.List;

/// The revisions on which several build.
public record BranchesResult(List<BranchPoint> branchPoints) {
    /// @param children what builds on it directly
    public record BranchPoint(RevisionSummary revision, List<RevisionSummary> children) {
        public BranchPoint {
            children = List.copyOf(children);
        }
    }

    public BranchesResult {
        branchPoints = List.copyOf(branchPoints);
    }
}
