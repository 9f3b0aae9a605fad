package dev.slipway.workbench.prove;

import dev.slipway.runner.model.Finding;
import dev.slipway.runner.model.hazard.HazardFound;
import java.util.List;
import java.util.stream.Stream;

/// What was seen while scripts ran.
///
/// @param findings what is wrong
/// @param hazards what is dangerous
/// @param notes what could not be tried, or is worth knowing
record Evidence(List<Finding> findings, List<HazardFound> hazards, List<String> notes) {
    static final Evidence NONE = new Evidence(List.of(), List.of(), List.of());

    Evidence {
        findings = List.copyOf(findings);
        hazards = List.copyOf(hazards);
        notes = notes.stream().distinct().toList();
    }

    static Evidence ofFindings(List<Finding> findings) {
        return new Evidence(findings, List.of(), List.of());
    }

    static Evidence ofFinding(Finding finding) {
        return ofFindings(List.of(finding));
    }

    static Evidence ofHazards(List<HazardFound> hazards) {
        return new Evidence(List.of(), hazards, List.of());
    }

    static Evidence ofHazard(HazardFound hazard) {
        return ofHazards(List.of(hazard));
    }

    static Evidence ofNotes(List<String> notes) {
        return new Evidence(List.of(), List.of(), notes);
    }

    /// This, and what was seen later.
    Evidence and(Evidence later) {
        return new Evidence(
                joined(findings, later.findings), joined(hazards, later.hazards), joined(notes, later.notes));
    }

    private static <T> List<T> joined(List<T> first, List<T> later) {
        return Stream.concat(first.stream(), later.stream()).toList();
    }
}
