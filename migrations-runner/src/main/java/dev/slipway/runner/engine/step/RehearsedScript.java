package dev.slipway.runner.engine.step;

import dev.slipway.runner.engine.plan.OwnTransactions;
import dev.slipway.runner.engine.plan.TransactionRules;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.apply.RehearsedStatement;
import dev.slipway.runner.postgres.apply.RehearsedStatement.Way;
import dev.slipway.runner.sql.InTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the statements of a script are tried, all of them in one transaction: what is only for outside of a transaction
/// in a form that is not, and nothing that begins, ends or sets up a transaction.
///
/// @param givenUp statements that are not tried, and why
record RehearsedScript(ResumableStep resumable, Map<Statement, String> givenUp) {
    List<RehearsedStatement> statements() {
        if (resumable.step().transactional()) {
            return RehearsedStatement.together(resumable.rest().stream()
                    .filter(statement -> !TransactionRules.isSetUp(statement))
                    .toList());
        }
        List<RehearsedStatement> tried = new ArrayList<>();
        for (Statement statement : resumable.settings()) {
            if (!TransactionRules.isOnlyForTransactions(statement)) {
                tried.add(RehearsedStatement.of(statement, Way.ALONE));
            }
        }
        OwnTransactions own = OwnTransactions.of(resumable.step().statements());
        for (int i = resumable.done(); i < resumable.step().statements().size(); i++) {
            (own.concerns(i) ? within(own, i) : alone(i)).ifPresent(tried::add);
        }
        return tried;
    }

    private Optional<RehearsedStatement> within(OwnTransactions own, int index) {
        Statement statement = resumable.step().statements().get(index);
        if (own.commits(index)) {
            return Optional.of(RehearsedStatement.of(statement, Way.COMMIT));
        }
        return own.isControl(index) || !own.keeps(index) || TransactionRules.isSetUp(statement)
                ? Optional.empty()
                : Optional.of(RehearsedStatement.of(statement, Way.WITHIN));
    }

    /// SET LOCAL and its kind do nothing outside of a transaction.
    private Optional<RehearsedStatement> alone(int index) {
        Statement statement = resumable.step().statements().get(index);
        if (TransactionRules.isOnlyForTransactions(statement)) {
            return TransactionRules.isSetting(statement)
                    ? Optional.empty()
                    : Optional.of(RehearsedStatement.of(statement, Way.MISPLACED));
        }
        boolean begun = index == resumable.done() && resumable.stood().isPresent();
        return Optional.of(new RehearsedStatement(
                statement, form(statement), begun ? Way.BEGUN : Way.ALONE, givenUp.getOrDefault(statement, "")));
    }

    private static Statement form(Statement statement) {
        Optional<String> form = TransactionRules.runsAlone(statement)
                ? InTransaction.withoutConcurrently(statement.sql())
                : InTransaction.withoutCommits(statement.sql());
        return form.map(sql -> new Statement(sql, statement.line(), statement.column(), statement.copyData()))
                .orElse(statement);
    }
}
