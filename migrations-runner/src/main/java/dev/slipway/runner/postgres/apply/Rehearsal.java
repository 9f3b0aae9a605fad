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

    /// What scripts did, as seen before it was rolled back.
    ///
    /// @param deleted how many rows the session had deleted before, by table
    /// @param touched the relations that may be other than before
    /// @param after what they were by then
    /// @param empty those that were changed and had no rows by then
    /// @param untried what was not tried
    private record Seen(
            Map<Long, Long> deleted, Set<Long> touched, StoredTables after, Set<Long> empty, List<Loss> untried) {}

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
        Map<Long, Long> deleted = looked(() -> StoredTables.deleted(session));
        RehearsalChain chain = new RehearsalChain(executor, session);
        for (at = 0; at < parts.size(); at++) {
            chain.run(parts.get(at));
        }
        return looked(() -> {
            Set<Long> touched = StoredTables.locked(session);
            StoredTables after = StoredTables.now(session, touched);
            return new Seen(deleted, touched, after, empty(after), chain.untried());
        });
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

    /// When what scripts did is rolled back.
    private List<Loss> losses(Seen seen) throws SQLException {
        List<Loss> losses = new ArrayList<>();
        for (Map.Entry<Long, StoredTables.Table> entry :
                StoredTables.now(session, seen.touched()).tables().entrySet()) {
            StoredTables.Table table = entry.getValue();
            StoredTables.Table then = seen.after().tables().get(entry.getKey());
            if (then != null) {
                losses.addAll(columns(table, then));
                // with another file, a table without rows was truncated, and one with rows only rewritten
                boolean emptied = table.file() != then.file() && seen.empty().contains(entry.getKey());
                long before = seen.deleted().getOrDefault(entry.getKey(), 0L);
                Loss.Count gone = emptied ? count(table, "*") : new Loss.Count(then.deleted() - before, false);
                if (gone.number() > 0) {
                    losses.add(new Loss.Rows(table.name(), gone));
                }
            } else if (!table.partitioned()) {
                losses.add(new Loss.Table(table.name(), count(table, "*")));
            }
        }
        losses.addAll(seen.untried());
        return losses;
    }

    private Set<Long> empty(StoredTables after) throws SQLException {
        Set<Long> empty = new HashSet<>();
        for (Map.Entry<Long, StoredTables.Table> entry : after.tables().entrySet()) {
            if (entry.getValue().altered() && isEmpty(entry.getValue())) {
                empty.add(entry.getKey());
            }
        }
        return empty;
    }

    private boolean isEmpty(StoredTables.Table table) throws SQLException {
        return number("select pg_catalog.count(*) from (select from %s limit 1) as sample".formatted(table.name()))
                == 0;
    }

    private List<Loss> columns(StoredTables.Table before, StoredTables.Table after) throws SQLException {
        List<Loss> losses = new ArrayList<>();
        for (Map.Entry<Integer, String> column : before.columns().entrySet()) {
            if (!after.columns().containsKey(column.getKey())) {
                losses.add(new Loss.Column(before.name(), column.getValue(), count(before, column.getValue())));
            }
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
