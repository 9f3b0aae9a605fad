package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Finding;
import java.util.List;
import java.util.Set;

/// What a proof showed.
///
/// @param revisions how many there are
/// @param taken how many of them are taken as they are
/// @param proved what was proved now, in order
/// @param former how many findings are left out, since they are of scripts that nobody asked about
/// @param notes what could not be tried
/// @param manifest the file
/// @param written whether it is another file now
public record ProveResult(
        int revisions,
        int taken,
        List<ProofLine> proved,
        List<Finding> findings,
        int former,
        List<String> notes,
        String manifest,
        boolean written) {
    public ProveResult {
        proved = List.copyOf(proved);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /// Without what was found of scripts that stood before: who writes new ones is told of these.
    ///
    /// @param before the files, as findings name them
    public ProveResult withoutFormer(Set<String> before) {
        List<Finding> ofNew = findings.stream()
                .filter(finding -> before.stream().noneMatch(file -> isOf(file, finding)))
                .toList();
        return new ProveResult(
                revisions, taken, proved, ofNew, former + findings.size() - ofNew.size(), notes, manifest, written);
    }

    private static boolean isOf(String file, Finding finding) {
        return finding.where().equals(file) || finding.where().startsWith(file + ":");
    }

    /// With what was found when only headers had changed.
    public ProveResult again(ProveResult later) {
        return new ProveResult(revisions, taken, proved, later.findings, former, notes, manifest, written);
    }
}
