package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import java.util.List;

/// One script ready to run.
///
/// @param checksum as the history will hold it
/// @param transactional false if the script runs statement by statement
public record Step(Script script, int checksum, List<Statement> statements, boolean transactional) {
    public Step {
        statements = List.copyOf(statements);
    }
}
