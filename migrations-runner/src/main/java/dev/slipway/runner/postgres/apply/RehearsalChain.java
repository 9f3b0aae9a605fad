package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.Durations;
import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.recovery.ConcurrentRefusal;
import dev.slipway.runner.sql.PlainSql;
import dev.slipway.runner.sql.WithoutLiterals;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Runs scripts in the transaction that is open, as far as that can be done. What cannot be tried is passed over and
/// named; what is refused after it may only need it, so that is named as well.
final class RehearsalChain {
    private static final int ENOUGH = 60;
    private static final int SHOWN = 80;

    /// What leaves nothing that another statement could need.
    private static final Pattern UPKEEP = Pattern.compile(
            "(VACUUM|REINDEX|CLUSTER|ALTER SYSTEM|DISCARD|ALTER DATABASE|(CREATE|DROP) (DATABASE|SUBSCRIPTION))\\b.*");

    private static final String UNCOMMITTED_VALUE = "it needs an enum value that is committed";

    /// What a savepoint of ours around it would take away again.
    private static final Pattern OF_SAVEPOINT =
            Pattern.compile("(SAVEPOINT|RELEASE|ROLLBACK (WORK |TRANSACTION )?TO)\\b.*");

    /// What waits for a lock half of the time has the other half to work.
    private static final String BOUND = """
        select pg_catalog.set_config('slipway.statement_timeout',
            pg_catalog.current_setting('statement_timeout'), true),
          pg_catalog.set_config('slipway.lock_timeout', pg_catalog.current_setting('lock_timeout'), true),
          pg_catalog.set_config('statement_timeout', '%d', true),
          pg_catalog.set_config('lock_timeout', '%d', true)
        """;

    private static final String UNBOUND = """
        select pg_catalog.set_config('statement_timeout',
            pg_catalog.current_setting('slipway.statement_timeout'), true),
          pg_catalog.set_config('lock_timeout', pg_catalog.current_setting('slipway.lock_timeout'), true)
        """;

    private final ScriptExecutor executor;
    private final Session session;
    private final List<Loss> untried = new ArrayList<>();
    private Duration limit = Duration.ZERO;
    private boolean certain = true;

    RehearsalChain(ScriptExecutor executor, Session session) {
        this.executor = executor;
        this.session = session;
    }

    List<Loss> untried() {
        return untried;
    }

    /// @throws StatementFailed if the script would fail, or others are in the way
    void run(Rehearsal.Part part) throws StatementFailed, SQLException {
        int before = untried.size();
        executor.execute("savepoint slipway_script");
        try {
            whole(part);
        } catch (StatementFailed e) {
            if (!isRefusal(e.error())) {
                throw e;
            }
            executor.execute("rollback to savepoint slipway_script");
            String why = why(e.error());
            if (why.isEmpty()) {
                throw e;
            }
            untried.subList(before, untried.size()).clear();
            untried.add(new Loss.Unknown(part.script(), why));
            certain = false;
        }
        executor.execute("release savepoint slipway_script");
    }

    /// Why the refusal of a script that is taken back says nothing of a run for good, or an empty text if it does.
    private String why(ServerError error) throws SQLException {
        if (error.isUnsafeEnumValue() && NewEnumValues.isOneNamed(session, error.message())) {
            return UNCOMMITTED_VALUE;
        }
        return certain || error.needsNothingElse() ? "" : needing(error);
    }

    private void whole(Rehearsal.Part part) throws StatementFailed {
        limit = part.lockTimeout();
        executor.hear(part.messages());
        executor.beginWithin(limit);
        try {
            for (RehearsedStatement one : part.statements()) {
                run(part.script(), one);
            }
            executor.takeLeftovers();
            DeferredConstraints.restore(session);
        } catch (SQLException e) {
            throw StatementFailed.ofCommit(e);
        }
    }

    private void run(String script, RehearsedStatement one) throws StatementFailed, SQLException {
        if (!one.givenUp().isEmpty()) {
            passOver(script, one.statement(), one.givenUp());
        } else if ((certain && one.way() == RehearsedStatement.Way.TOGETHER) || is(OF_SAVEPOINT, one.statement())) {
            executor.execute(one.form());
        } else if (one.way() != RehearsedStatement.Way.MISPLACED) {
            withinSavepoint(script, one);
        }
    }

    private void withinSavepoint(String script, RehearsedStatement one) throws StatementFailed, SQLException {
        executor.execute("savepoint slipway_statement");
        long start = System.nanoTime();
        try {
            attempt(one);
        } catch (StatementFailed e) {
            boolean late = isBounded(one) && System.nanoTime() - start >= limit.toNanos();
            String why =
                    late && e.error().isCanceled() && !Thread.currentThread().isInterrupted()
                            ? "it would keep others waiting longer than " + Durations.text(limit)
                            : why(one, e.error());
            if (why.isEmpty()) {
                throw e.of(one.statement());
            }
            executor.execute("rollback to savepoint slipway_statement");
            passOver(script, one.statement(), why);
        }
        executor.execute("release savepoint slipway_statement");
    }

    private void attempt(RehearsedStatement one) throws StatementFailed {
        try {
            if (one.way() != RehearsedStatement.Way.COMMIT) {
                perform(one);
            }
            if (one.commits()) {
                executor.look("set constraints all immediate");
                DeferredConstraints.restore(session);
            }
        } catch (SQLException e) {
            throw StatementFailed.of(one.statement(), e);
        }
    }

    private void perform(RehearsedStatement one) throws StatementFailed, SQLException {
        refuseConcurrent(one);
        if (isBounded(one)) {
            executor.execute(BOUND.formatted(limit.toMillis(), Math.max(1, limit.toMillis() / 2)));
        }
        executor.execute(one.form());
        if (isBounded(one)) {
            executor.execute(UNBOUND);
        }
    }

    private void refuseConcurrent(RehearsedStatement one) throws SQLException, StatementFailed {
        Optional<SQLException> refusal =
                one.isAlone() ? ConcurrentRefusal.of(session, one.statement().sql()) : Optional.empty();
        if (refusal.isPresent()) {
            throw StatementFailed.of(one.statement(), refusal.get());
        }
    }

    private boolean isBounded(RehearsedStatement one) {
        return one.isBounded() && !limit.isZero();
    }

    /// Why a refusal says nothing of a run for good, or an empty text if it does.
    private String why(RehearsedStatement one, ServerError error) {
        if (!isRefusal(error)) {
            return "";
        }
        if (one.isAlone() && error.isInTransaction()) {
            return "PostgreSQL runs it in no transaction";
        }
        if (one.isAlone() && error.isOwnCommit()) {
            return "it commits by itself";
        }
        if (one.way() != RehearsedStatement.Way.TOGETHER && error.isUnsafeEnumValue()) {
            return UNCOMMITTED_VALUE;
        }
        if (one.way() == RehearsedStatement.Way.BEGUN) {
            return "an earlier run began it: " + error.message();
        }
        return certain || error.needsNothingElse() ? "" : needing(error);
    }

    private static String needing(ServerError error) {
        return "it may need what cannot be tried: " + error.message();
    }

    /// Whether the server refused it for itself, and nobody was in the way.
    private static boolean isRefusal(ServerError error) {
        return error.collision().isEmpty()
                && !error.isCanceled()
                && !error.isConnectionLost()
                && !Thread.currentThread().isInterrupted();
    }

    private void passOver(String script, Statement statement, String why) {
        untried.add(new Loss.Untried(script, statement.firstLine(), WithoutLiterals.of(statement.sql(), SHOWN), why));
        certain = certain && is(UPKEEP, statement);
    }

    private static boolean is(Pattern pattern, Statement statement) {
        return pattern.matcher(PlainSql.of(statement.sql(), ENOUGH)).matches();
    }
}
