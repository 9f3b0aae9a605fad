package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.ServerMessage;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.postgres.catalog.StoredTables;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.lock.LockPatience;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Runs scripts in one transaction that is always rolled back, and finds what data would be gone. Nothing is guessed
/// from SQL, so that what a `do` block or a cascade drops is found as well. What cannot run in a transaction is named.
public final class Rehearsal {
    /// Above so many rows the server's estimate is taken for the count.
    private static final double COUNTED = 1_000_000;

    private static final String LOOK = "find out what would be lost";

    private final Session session;
    private final ScriptExecutor executor;
    private int at;

    public Rehearsal(Session session, ScriptExecutor executor) {
        this.session = session;
        this.executor = executor;
    }

    /// The statements of one script.
    ///
    /// @param script its file name
    /// @param messages takes what the server says
    public record Part(
            String script,
            List<RehearsedStatement> statements,
            Duration lockTimeout,
            Consumer<ServerMessage> messages) {
        public Part {
            statements = List.copyOf(statements);
        }
    }

    /// What there was before and after, which tables lost all their rows, and what was not tried.
    private record Seen(StoredTables before, StoredTables after, Set<Long> emptied, List<Loss> untried) {}

    /// Which of the parts was tried last.
    public int at() {
        return at;
    }

    /// @param patience ends the try early for the good of others
    /// @throws StatementFailed if a statement is refused or others are in the way; then, too, all is rolled back
    public List<Loss> run(List<Part> parts, LockPatience patience) throws StatementFailed {
        Seen seen = executor.once(patience, () -> {
            tryMisplaced(parts);
            session.connection().setAutoCommit(false);
            Seen all = look(parts);
            session.connection().rollback();
            return all;
        });
        try {
            List<Loss> losses = losses(seen);
            session.connection().rollback();
            session.connection().setAutoCommit(true);
            executor.forget();
            return losses;
        } catch (SQLException e) {
            throw DatabaseCall.refused(LOOK, executor.rolledBack(e));
        }
    }

    /// The same for scripts with transactions, in one that is open and goes on as it was.
    public List<Loss> runWithin(List<Part> parts) throws StatementFailed, SQLException {
        executor.execute("savepoint slipway_rehearsal");
        Seen seen = look(parts);
        executor.execute("rollback to savepoint slipway_rehearsal; release savepoint slipway_rehearsal");
        return losses(seen);
    }

    private Seen look(List<Part> parts) throws StatementFailed, SQLException {
        StoredTables before = looked(() -> StoredTables.now(session));
        RehearsalChain chain = new RehearsalChain(executor, session);
        for (at = 0; at < parts.size(); at++) {
            chain.run(parts.get(at));
        }
        StoredTables after = looked(() -> StoredTables.now(session));
        return new Seen(before, after, looked(() -> emptied(before, after)), chain.untried());
    }

    /// What is only for transactions does nothing outside of one: the server refuses it.
    private void tryMisplaced(List<Part> parts) throws StatementFailed {
        for (at = 0; at < parts.size(); at++) {
            for (RehearsedStatement one : parts.get(at).statements()) {
                if (one.way() == RehearsedStatement.Way.MISPLACED) {
                    executor.execute(one.statement());
                }
            }
        }
    }

    private static <T> T looked(DatabaseCall.Query<T> query) throws StatementFailed {
        try {
            return query.run();
        } catch (SQLException e) {
            ServerError error = ServerErrors.of(e);
            if (error.isCanceled() || !error.collision().isEmpty()) {
                throw StatementFailed.ofLook(e);
            }
            throw DatabaseCall.refused(LOOK, e);
        }
    }

    private List<Loss> losses(Seen seen) throws SQLException {
        List<Loss> losses = new ArrayList<>();
        for (Map.Entry<Long, StoredTables.Table> entry : seen.before().tables().entrySet()) {
            StoredTables.Table table = entry.getValue();
            StoredTables.Table now = seen.after().tables().get(entry.getKey());
            if (now != null) {
                losses.addAll(losses(table, now, seen.emptied().contains(entry.getKey())));
            } else if (!table.partitioned()) {
                losses.add(new Loss.Table(table.name(), count(table, "*")));
            }
        }
        losses.addAll(seen.untried());
        return losses;
    }

    /// Tables with another file than before are empty if they were truncated, and otherwise only rewritten.
    private Set<Long> emptied(StoredTables before, StoredTables after) throws SQLException {
        Set<Long> emptied = new HashSet<>();
        for (Map.Entry<Long, StoredTables.Table> entry : after.tables().entrySet()) {
            StoredTables.Table former = before.tables().get(entry.getKey());
            boolean otherFile =
                    former != null && former.file() != entry.getValue().file();
            if (otherFile && isEmpty(entry.getValue())) {
                emptied.add(entry.getKey());
            }
        }
        return emptied;
    }

    private boolean isEmpty(StoredTables.Table table) throws SQLException {
        return number("select pg_catalog.count(*) from (select from %s limit 1) as sample".formatted(table.name()))
                == 0;
    }

    private List<Loss> losses(StoredTables.Table before, StoredTables.Table after, boolean emptied)
            throws SQLException {
        List<Loss> losses = new ArrayList<>();
        for (Map.Entry<Integer, String> column : before.columns().entrySet()) {
            if (!after.columns().containsKey(column.getKey())) {
                losses.add(new Loss.Column(before.name(), column.getValue(), count(before, column.getValue())));
            }
        }
        Loss.Count gone = emptied ? count(before, "*") : new Loss.Count(after.deleted() - before.deleted(), false);
        if (gone.number() > 0) {
            losses.add(new Loss.Rows(before.name(), gone));
        }
        return losses;
    }

    private Loss.Count count(StoredTables.Table table, String what) throws SQLException {
        return table.rows() > COUNTED
                ? new Loss.Count((long) table.rows(), true)
                : new Loss.Count(number("select pg_catalog.count(%s) from %s".formatted(what, table.name())), false);
    }

    private long number(String query) throws SQLException {
        try (java.sql.Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
