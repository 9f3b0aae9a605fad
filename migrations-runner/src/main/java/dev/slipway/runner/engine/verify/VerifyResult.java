package dev.slipway.runner.engine.verify;

import dev.slipway.runner.model.Finding;
import java.util.List;

/// How a database stands to a model.
///
/// @param tables how many the model has
/// @param columns how many the model has
/// @param bridges how many the database has
/// @param divergingRows those whose generations of columns tell different things, counted once for each pair
/// @param notes what was not looked at
public record VerifyResult(
        String database,
        int tables,
        int columns,
        int bridges,
        long divergingRows,
        List<String> notes,
        List<Finding> findings) {
    public VerifyResult {
        notes = List.copyOf(notes);
        findings = List.copyOf(findings);
    }
}
