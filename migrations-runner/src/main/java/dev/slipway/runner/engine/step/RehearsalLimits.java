package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.Rehearsal;
import dev.slipway.runner.postgres.apply.RehearsedStatement;
import dev.slipway.runner.postgres.apply.StatementFailed;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Statements that a rehearsal tries no longer, since others were in their way whenever it did. For good each of them
/// runs in a form that makes nobody wait, and may take its time.
final class RehearsalLimits {
    private static final int ENOUGH = 3;

    /// By the very statement; another script may hold one that is equal.
    private final IdentityHashMap<Statement, Integer> failures = new IdentityHashMap<>();

    private final IdentityHashMap<Statement, String> reasons = new IdentityHashMap<>();

    Map<Statement, String> reasons() {
        return reasons;
    }

    /// Whether the statement that failed is given up now.
    boolean add(StatementFailed failure, List<Rehearsal.Part> parts) {
        ServerError error = failure.error();
        Statement failed = failure.statement()
                .filter(statement -> isInAnotherForm(statement, parts))
                .orElse(null);
        boolean enough = failed != null
                && !error.collision().isEmpty()
                && !Thread.currentThread().isInterrupted()
                && failures.merge(failed, 1, Integer::sum) >= ENOUGH;
        if (enough) {
            reasons.put(failed, "it " + error.collision());
        }
        return enough;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isInAnotherForm(Statement statement, List<Rehearsal.Part> parts) {
        return parts.stream()
                .flatMap(part -> part.statements().stream())
                .filter(RehearsedStatement::isBounded)
                .anyMatch(one -> one.statement() == statement);
    }
}
