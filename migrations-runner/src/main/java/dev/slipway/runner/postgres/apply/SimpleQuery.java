package dev.slipway.runner.postgres.apply;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Field;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
import org.postgresql.core.Tuple;

/// Sends SQL as it stands, in one message of the simple protocol, as `psql` does. Rows are read and let go of one by
/// one, and each of the server's messages is handed on, so that neither fills the memory.
final class SimpleQuery {
    private static final int FLAGS = QueryExecutor.QUERY_EXECUTE_AS_SIMPLE
            | QueryExecutor.QUERY_ONESHOT
            | QueryExecutor.QUERY_BOTH_ROWS_AND_STATUS;

    private final Connection connection;
    private final Consumer<SQLWarning> messages;

    /// How many of its statements are heard.
    private final int heard;

    SimpleQuery(Connection connection, Consumer<SQLWarning> messages) {
        this(connection, messages, Integer.MAX_VALUE);
    }

    private SimpleQuery(Connection connection, Consumer<SQLWarning> messages, int heard) {
        this.connection = connection;
        this.messages = messages;
        this.heard = heard;
    }

    /// Of several statements only the first one's messages are handed on.
    static SimpleQuery hearingTheFirst(Connection connection, Consumer<SQLWarning> messages) {
        return new SimpleQuery(connection, messages, 1);
    }

    /// The driver begins a transaction before, unless the connection commits by itself.
    ///
    /// @return the SQLSTATE of the server's first message, or an empty text
    String run(String sql) throws SQLException {
        Handler handler = new Handler("");
        execute(sql, handler, QueryExecutor.QUERY_NO_RESULTS);
        return handler.first == null ? "" : handler.first;
    }

    /// Runs what begins a transaction by itself.
    void begin(String sql) throws SQLException {
        execute(sql, new Handler(""), QueryExecutor.QUERY_NO_RESULTS | QueryExecutor.QUERY_SUPPRESS_BEGIN);
    }

    /// Runs it all the same.
    ///
    /// @return the texts in the one column of the statement whose column has this name
    List<String> column(String name, String sql) throws SQLException {
        Handler handler = new Handler(name);
        execute(sql, handler, 0);
        return handler.texts;
    }

    private void execute(String sql, Handler handler, int more) throws SQLException {
        QueryExecutor executor = connection.unwrap(BaseConnection.class).getQueryExecutor();
        int begin = connection.getAutoCommit() ? QueryExecutor.QUERY_SUPPRESS_BEGIN : 0;
        executor.execute(
                executor.wrap(List.of(new NativeQuery(sql, SqlCommand.BLANK))),
                null,
                handler,
                0,
                0,
                FLAGS | begin | more);
    }

    private final class Handler extends ResultHandlerBase {
        private final String column;
        private final List<String> texts = new ArrayList<>();
        private @Nullable String first;
        private int ended;

        Handler(String column) {
            this.column = column;
        }

        @Override
        public void handleResultRows(Query query, Field[] fields, List<Tuple> rows, @Nullable ResultCursor cursor) {
            if (fields.length == 1 && fields[0].getColumnLabel().equals(column)) {
                rows.forEach(row -> texts.add(new String(Objects.requireNonNull(row.get(0)), StandardCharsets.UTF_8)));
            }
        }

        @Override
        public void handleCommandStatus(String status, long updateCount, long insertOid) {
            ended++;
        }

        @Override
        public void handleWarning(SQLWarning warning) {
            if (first == null) {
                first = warning.getSQLState();
            }
            if (ended < heard) {
                messages.accept(warning);
            }
        }
    }
}
