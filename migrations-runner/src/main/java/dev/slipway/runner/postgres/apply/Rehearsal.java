package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.ServerError;
import dev.slipway.runner.model.ServerMessage;
import dev.slipway.runner.model.loss.Loss;
import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.postgres.catalog.Stored;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.lock.Patience;
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
/// from SQL, so that what a `do` block or a cascade drops is found as well.
public final class Rehearsal {
    /// Above so many rows the server's estimate is taken for the count.
    private static final double COUNTED = 1_000_000;

    private static final String LOOK = "find out what would be lost";

    private final Session session;
    private final ScriptExecutor executor;

    public Rehearsal(Session session, ScriptExecutor executor) {
        this.session = session;
        this.executor = executor;
    }

    /// The statements of one script.
    ///
    /// @param messages takes what the server says
    public record Part(List<Statement> statements, Duration lockTimeout, Consumer<ServerMessage> messages) {}

    /// What there was before and after, and which tables lost all their rows.
    private record Seen(Stored before, Stored after, Set<Long> emptied) {}

    /// @param patience ends the try early for the good of others
    /// @throws StatementFailed if a statement is refused or others are in the way; then, too, all is rolled back
    public List<Loss> run(List<Part> parts, Patience patience) throws StatementFailed {
        Seen seen = executor.once(patience, () -> {
            session.connection().setAutoCommit(false);
            Stored before = looked(() -> Stored.now(session));
            for (Part part : parts) {
                executor.hear(part.messages());
                executor.runIn(part.statements(), part.lockTimeout());
                executor.takeLeftovers();
            }
            Stored after = looked(() -> Stored.now(session));
            Set<Long> emptied = looked(() -> emptied(before, after));
            session.connection().rollback();
            return new Seen(before, after, emptied);
        });
        try {
            List<Loss> losses = losses(seen.before(), seen.after(), seen.emptied());
            session.connection().rollback();
            session.connection().setAutoCommit(true);
            executor.forget();
            return losses;
        } catch (SQLException e) {
            throw DatabaseCall.refused(LOOK, executor.rolledBack(e));
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

    private List<Loss> losses(Stored before, Stored after, Set<Long> emptied) throws SQLException {
        List<Loss> losses = new ArrayList<>();
        for (Map.Entry<Long, Stored.Table> entry : before.tables().entrySet()) {
            Stored.Table table = entry.getValue();
            Stored.Table now = after.tables().get(entry.getKey());
            if (now != null) {
                losses.addAll(losses(table, now, emptied.contains(entry.getKey())));
            } else if (!table.partitioned()) {
                losses.add(new Loss.Table(table.name(), count(table, "*")));
            }
        }
        return losses;
    }

    /// Tables with another file than before are empty if they were truncated, and otherwise only rewritten.
    private Set<Long> emptied(Stored before, Stored after) throws SQLException {
        Set<Long> emptied = new HashSet<>();
        for (Map.Entry<Long, Stored.Table> entry : after.tables().entrySet()) {
            Stored.Table former = before.tables().get(entry.getKey());
            boolean otherFile =
                    former != null && former.file() != entry.getValue().file();
            if (otherFile && isEmpty(entry.getValue())) {
                emptied.add(entry.getKey());
            }
        }
        return emptied;
    }

    private boolean isEmpty(Stored.Table table) throws SQLException {
        return number("select pg_catalog.count(*) from (select from %s limit 1) as sample".formatted(table.name()))
                == 0;
    }

    private List<Loss> losses(Stored.Table before, Stored.Table after, boolean emptied) throws SQLException {
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

    private Loss.Count count(Stored.Table table, String what) throws SQLException {
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
