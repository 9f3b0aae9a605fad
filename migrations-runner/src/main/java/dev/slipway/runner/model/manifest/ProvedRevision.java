package dev.slipway.runner.model.manifest;

import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.hazard.HazardFound;
import dev.slipway.runner.model.schema.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One revision as it was proved.
///
/// @param undo null if there is none
/// @param irreversible why it cannot be taken back, or null if the undo script was seen to restore the schema
/// @param changes what it does to the schema of its parents
/// @param fingerprint of the schema of the revision and everything it builds on
/// @param findings what else was found to be wrong with its scripts
/// @param taken whether it is taken as it is: only its schema was recorded, neither hazards nor what its undo script
/// does
/// @param works what its script does with tables that takes the longer the more rows there are, or null if that was not
/// recorded
public record ProvedRevision(
        ProvedScript script,
        @Nullable ProvedScript undo,
        List<Version> parents,
        @Nullable String irreversible,
        List<Change> changes,
        String fingerprint,
        List<HazardFound> hazards,
        List<ScriptFinding> findings,
        boolean taken,
        @Nullable List<TableWork> works) {
    public ProvedRevision {
        parents = List.copyOf(parents);
        changes = List.copyOf(changes);
        hazards = List.copyOf(hazards);
        findings = List.copyOf(findings);
        works = works == null ? null : List.copyOf(works);
    }

    /// The same revision with what it does elsewhere.
    public ProvedRevision with(List<Change> others) {
        return new ProvedRevision(
                script, undo, parents, irreversible, others, fingerprint, hazards, findings, taken, works);
    }

    /// The same revision with another fingerprint.
    public ProvedRevision withFingerprint(String other) {
        return new ProvedRevision(script, undo, parents, irreversible, changes, other, hazards, findings, taken, works);
    }

    /// The same revision where those it builds on have these versions.
    public ProvedRevision on(List<Version> others) {
        return new ProvedRevision(
                script, undo, others, irreversible, changes, fingerprint, hazards, findings, taken, works);
    }
}
