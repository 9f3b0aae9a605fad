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

    private static final Pattern NEW_VALUE = Pattern.compile("ALTER TYPE\\b.*\\bADD VALUE\\b.*");
    private static final String UNCOMMITTED_VALUE = "it needs an enum value that is committed";
    private static final String NOT_SUPPORTED = "0A000";

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
    private boolean addsValues;

    RehearsalChain(ScriptExecutor executor, Session session) {
        this.executor = executor;
        this.session = session;
    }

    List<Loss> untried() {
        return untried;
    }

    /// @throws StatementFailed if the script would fail, or others are in the way
    void run(Rehearsal.Part part) throws StatementFailed, SQLException {
        boolean together = part.statements().stream().allMatch(one -> one.way() == RehearsedStatement.Way.TOGETHER);
        boolean addsBefore = addsValues;
        boolean adds = part.statements().stream().anyMatch(one -> is(NEW_VALUE, one.statement()));
        addsValues |= adds;
        if (certain && together && !addsBefore) {
            whole(part);
            return;
        }
        int before = untried.size();
        executor.execute("savepoint slipway_script");
        try {
            whole(part);
        } catch (StatementFailed e) {
            boolean needsValue = e.error().isUnsafeEnumValue() && addsBefore && !adds;
            if (!isRefusal(e.error()) || (!needsValue && (certain || e.error().needsNothingElse()))) {
                throw e;
            }
            executor.execute("rollback to savepoint slipway_script");
            untried.subList(before, untried.size()).clear();
            untried.add(new Loss.Unknown(part.script(), needsValue ? UNCOMMITTED_VALUE : needing(e.error())));
            certain = false;
        }
        executor.execute("release savepoint slipway_script");
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
            executor.warned(one.form());
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
                            : why(one.way(), e.error());
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
            refuseConcurrent(one);
            if (isBounded(one)) {
                executor.execute(BOUND.formatted(limit.toMillis(), Math.max(1, limit.toMillis() / 2)));
            }
            executor.warned(one.form());
            if (isBounded(one)) {
                executor.execute(UNBOUND);
            }
            if (one.commits()) {
                executor.look("set constraints all immediate");
                DeferredConstraints.restore(session);
            }
        } catch (SQLException e) {
            throw StatementFailed.of(one.statement(), e);
        }
    }

    private void refuseConcurrent(RehearsedStatement one) throws SQLException, StatementFailed {
        Optional<String> refusal =
                one.isBounded() ? ConcurrentRefusal.of(session, one.statement().sql()) : Optional.empty();
        if (refusal.isPresent()) {
            throw StatementFailed.of(one.statement(), new SQLException(refusal.get(), NOT_SUPPORTED));
        }
    }

    private boolean isBounded(RehearsedStatement one) {
        return one.isBounded() && !limit.isZero();
    }

    /// Why a refusal says nothing of a run for good, or an empty text if it does.
    private String why(RehearsedStatement.Way way, ServerError error) {
        boolean alone = way == RehearsedStatement.Way.ALONE || way == RehearsedStatement.Way.BEGUN;
        if (!isRefusal(error)) {
            return "";
        }
        if (alone && error.isInTransaction()) {
            return "PostgreSQL runs it in no transaction";
        }
        if (alone && error.isOwnCommit()) {
            return "it commits by itself";
        }
        if (way != RehearsedStatement.Way.TOGETHER && error.isUnsafeEnumValue()) {
            return UNCOMMITTED_VALUE;
        }
        if (way == RehearsedStatement.Way.BEGUN) {
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
