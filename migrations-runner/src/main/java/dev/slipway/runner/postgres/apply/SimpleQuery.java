package dev.slipway.runner.postgres.apply;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;

/// Sends SQL as it stands, in one message of the simple protocol, as `psql` does. Rows are read and let go of one by
/// one, and each of the server's messages is handed on, so that neither fills the memory.
final class SimpleQuery {
    private static final int FLAGS = QueryExecutor.QUERY_EXECUTE_AS_SIMPLE
            | QueryExecutor.QUERY_ONESHOT
            | QueryExecutor.QUERY_NO_RESULTS
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
        QueryExecutor executor = connection.unwrap(BaseConnection.class).getQueryExecutor();
        int flags = connection.getAutoCommit() ? FLAGS | QueryExecutor.QUERY_SUPPRESS_BEGIN : FLAGS;
        Handler handler = new Handler();
        executor.execute(executor.wrap(List.of(new NativeQuery(sql, SqlCommand.BLANK))), null, handler, 0, 0, flags);
        return handler.first == null ? "" : handler.first;
    }

    private final class Handler extends ResultHandlerBase {
        private @Nullable String first;
        private int ended;

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
