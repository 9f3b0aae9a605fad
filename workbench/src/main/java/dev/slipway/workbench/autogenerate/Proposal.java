package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.engine.revision.RevisionDraft;
import dev.slipway.runner.model.Finding;
import java.util.List;

/// What would make the tables those that the entities ask for.
///
/// @param differences for people
/// @param stays what no entity knows, for people
/// @param findings what people should look at
public record Proposal(
        List<String> differences, List<String> stays, List<RevisionDraft> drafts, List<Finding> findings) {
    public Proposal {
        differences = List.copyOf(differences);
        stays = List.copyOf(stays);
        drafts = List.copyOf(drafts);
        findings = List.copyOf(findings);
    }
}
