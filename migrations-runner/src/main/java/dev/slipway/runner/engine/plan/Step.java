package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.script.Script;
import dev.slipway.runner.model.script.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One script ready to run.
///
/// @param checksum as the history will hold it
/// @param transactional false if the script runs statement by statement
/// @param batch how it runs in batches, or null if it does not
public record Step(
        Script script,
        int checksum,
        List<Statement> statements,
        boolean transactional,
        @Nullable Batch batch) {
    public Step {
        statements = List.copyOf(statements);
    }

    /// A script that does not run in batches.
    public Step(Script script, int checksum, List<Statement> statements, boolean transactional) {
        this(script, checksum, statements, transactional, null);
    }

    public Optional<Batch> inBatches() {
        return Optional.ofNullable(batch);
    }
}
