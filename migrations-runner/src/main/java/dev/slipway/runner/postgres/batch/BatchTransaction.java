package dev.slipway.runner.postgres.batch;

import dev.slipway.runner.model.ServerMessage;
import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.batch.Checkpoint;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Changes the rows of one batch and moves the checkpoint, in one transaction: afterwards either both stand or none.
public final class BatchTransaction {
    /// More rows than this nobody counts before a script begins.
    private static final long COUNTED = 1_000_000;

    private final Session session;
    private final BatchTable table;
    private final KeyRange range;
    private final int line;
    private final Consumer<ServerMessage> messages;

    /// @param line of the statement in its script
    public BatchTransaction(
            Session session, BatchTable table, KeyRange range, int line, Consumer<ServerMessage> messages) {
        this.session = session;
        this.table = table;
        this.range = range;
        this.line = line;
        this.messages = messages;
    }

    /// The session it runs in.
    public Session session() {
        return session;
    }

    /// What became of it.
    ///
    /// @param checkpoint where it is now
    /// @param keys how many rows were looked at; with none the end is reached
    /// @param waiting how many sessions waited for it
    public record Outcome(Checkpoint checkpoint, long keys, long waiting) {}

    /// The highest key there is now, or null without a row.
    public @Nullable List<String> highest() throws SQLException {
        return read(range.highest(), BatchTransaction::texts).orElse(null);
    }

    /// About how many rows there are.
    public long total() throws SQLException {
        long counted = number(range.count(COUNTED));
        return counted < COUNTED ? counted : Math.max(counted, number(estimate()));
    }

    private String estimate() {
        return "select reltuples::bigint from pg_class where oid = '%s'::regclass"
                .formatted(range.change().table().replace("'", "''"));
    }

    /// @param size how many rows to look at
    public Outcome run(Checkpoint from, long size) throws BatchFailed {
        BatchFailed.Phase phase = BatchFailed.Phase.QUESTION;
        try {
            session.connection().setAutoCommit(false);
            Part part = from.end() == null ? Part.EMPTY : part(from, from.end(), size);
            Checkpoint to = from;
            long waiting = 0;
            if (part.keys > 0) {
                phase = BatchFailed.Phase.STATEMENT;
                String condition = range.between(from.last(), part.upTo);
                long rows = change(range.change().within(condition));
                phase = BatchFailed.Phase.QUESTION;
                to = from.after(part.upTo, part.keys, rows, converges(from, rows, condition));
                waiting = number(TextResource.read(BatchTransaction.class, "waiting.sql"));
                require(table.advance(from, to, false));
            }
            phase = BatchFailed.Phase.COMMIT;
            session.connection().commit();
            session.connection().setAutoCommit(true);
            return new Outcome(to, part.keys, waiting);
        } catch (SQLException e) {
            throw rolledBack(new BatchFailed(e, phase));
        } catch (BatchFailed e) {
            throw rolledBack(e);
        }
    }

    /// Moves the checkpoint without changing rows.
    public void move(Checkpoint from, Checkpoint to, boolean complete) throws BatchFailed {
        try {
            session.connection().setAutoCommit(false);
            require(table.advance(from, to, complete));
            session.connection().commit();
            session.connection().setAutoCommit(true);
        } catch (SQLException e) {
            throw rolledBack(new BatchFailed(e, BatchFailed.Phase.COMMIT));
        } catch (BatchFailed e) {
            throw rolledBack(e);
        }
    }

    /// How far the replica that is farthest behind is behind, in milliseconds, as far as it is seen.
    public long lag() throws BatchFailed {
        try {
            return number(TextResource.read(BatchTransaction.class, "surroundings.sql"));
        } catch (SQLException e) {
            throw new BatchFailed(e, BatchFailed.Phase.QUESTION);
        }
    }

    /// Goes on to what came in behind the end, once.
    public Checkpoint extend(Checkpoint from) throws BatchFailed {
        try {
            Checkpoint to = from.extendedTo(highest());
            move(from, to, false);
            return to;
        } catch (SQLException e) {
            throw new BatchFailed(e, BatchFailed.Phase.QUESTION);
        }
    }

    /// Once rows that were changed are found not to meet the condition any more, that is known for good.
    private @Nullable Boolean converges(Checkpoint from, long rows, String condition) throws SQLException {
        Boolean known = from.converges();
        if (rows == 0 || Boolean.TRUE.equals(known)) {
            return known;
        }
        Optional<String> query = range.change().touches(condition);
        return query.isPresent() && !read(query.get(), row -> row.getBoolean(1)).orElse(true);
    }

    /// @param upTo the highest key of it
    private record Part(long keys, List<String> upTo) {
        static final Part EMPTY = new Part(0, List.of());
    }

    private Part part(Checkpoint from, List<String> end, long size) throws SQLException {
        return read(range.next(from.last(), end, size), row -> {
                    List<String> all = texts(row);
                    return new Part(Long.parseLong(all.getFirst()), all.subList(1, all.size()));
                })
                .orElse(Part.EMPTY);
    }

    private long change(String sql) throws SQLException {
        try (Statement statement = statement()) {
            statement.execute(sql);
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                messages.accept(ServerErrors.message(warning, line));
            }
            return statement.getLargeUpdateCount();
        }
    }

    private static void require(boolean advanced) throws BatchFailed {
        if (!advanced) {
            throw BatchFailed.overtaken();
        }
    }

    /// Takes something from a row.
    @FunctionalInterface
    private interface Taking<T> {
        T from(ResultSet row) throws SQLException;
    }

    private long number(String sql) throws SQLException {
        return read(sql, row -> row.getLong(1)).orElse(0L);
    }

    private <T> Optional<T> read(String sql, Taking<T> taking) throws SQLException {
        try (Statement statement = statement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.of(taking.from(row)) : Optional.empty();
        }
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            texts.add(Objects.requireNonNull(row.getString(column)));
        }
        return texts;
    }

    private Statement statement() throws SQLException {
        Statement statement = session.connection().createStatement();
        statement.setEscapeProcessing(false);
        return statement;
    }

    /// On a broken connection the server rolls back by itself.
    private BatchFailed rolledBack(BatchFailed failure) {
        Connection connection = session.connection();
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
