package dev.slipway.workbench.autogenerate;

import dev.slipway.runner.engine.revision.WrittenRevision;
import dev.slipway.runner.model.Finding;
import dev.slipway.workbench.prove.ProveResult;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was written for the model.
///
/// @param differences for people; none if the scripts give what the entities ask for
/// @param stays what no entity knows, a line for each
/// @param open the scripts that somebody has to complete
/// @param allowed the scripts that allow hazards, a line for each
/// @param proof null if nothing could be proved yet
public record AutogenerateResult(
        List<String> differences,
        List<String> stays,
        List<WrittenRevision> revisions,
        List<String> open,
        List<String> allowed,
        List<Finding> findings,
        @Nullable ProveResult proof) {
    public AutogenerateResult {
        differences = List.copyOf(differences);
        stays = List.copyOf(stays);
        revisions = List.copyOf(revisions);
        open = List.copyOf(open);
        allowed = List.copyOf(allowed);
        findings = List.copyOf(findings);
    }

    /// Without what was found of scripts that stood before.
    ///
    /// @param before the files, as findings name them
    public AutogenerateResult withoutFormer(Set<String> before) {
        return new AutogenerateResult(
                differences,
                stays,
                revisions,
                open,
                allowed,
                findings,
                proof == null ? null : proof.withoutFormer(before));
    }
}
