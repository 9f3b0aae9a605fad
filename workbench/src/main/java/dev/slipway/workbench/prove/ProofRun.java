package dev.slipway.workbench.prove;

import dev.slipway.runner.model.manifest.Manifest;
import java.util.List;

/// What a run of the proof has shown.
///
/// @param manifest what is proved by now, together with what was proved before and still holds
/// @param proofs what was proved now, in order
/// @param evidence the hazards of what is proved stand in the manifest
record ProofRun(Manifest manifest, List<ProofLine> proofs, Evidence evidence) {
    ProofRun {
        proofs = List.copyOf(proofs);
    }
}
