package dev.slipway.runner.engine.proof;

import dev.slipway.runner.model.schema.SchemaDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a run was held to what was proved.
///
/// @param notCompared what could not be compared and why, or null if everything was
/// @param reworded applied scripts with other comments or another layout than when they were applied
/// @param drift what differed before the first script, and was accepted by this run
/// @param results what scripts of this run left otherwise than they were proved, and what was accepted
public record ProofReport(
        @Nullable String notCompared,
        List<String> reworded,
        List<SchemaDifference> drift,
        List<AcceptedResult> results) {
    /// Why nothing was compared with what was proved where nobody proves.
    public static final String NO_MANIFEST = "not verified: no manifest.json";

    public ProofReport {
        reworded = List.copyOf(reworded);
        drift = List.copyOf(drift);
        results = List.copyOf(results);
    }

    /// Nothing ran that could have been compared.
    public static ProofReport nothing(List<String> reworded) {
        return new ProofReport(null, reworded, List.of(), List.of());
    }
}
