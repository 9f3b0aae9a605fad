package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Finding;
import java.util.List;

/// What a proof showed.
///
/// @param revisions how many there are
/// @param taken how many of them are taken as they are
/// @param proved what was proved now, in order
/// @param notes what could not be tried
/// @param manifest the file
/// @param written whether it is another file now
public record ProveResult(
        int revisions,
        int taken,
        List<ProofLine> proved,
        List<Finding> findings,
        List<String> notes,
        String manifest,
        boolean written) {
    public ProveResult {
        proved = List.copyOf(proved);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /// With what was found when only headers had changed.
    public ProveResult again(ProveResult later) {
        return new ProveResult(revisions, taken, proved, later.findings, notes, manifest, written);
    }
}
