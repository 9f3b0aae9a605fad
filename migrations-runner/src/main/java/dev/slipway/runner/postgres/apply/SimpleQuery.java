package dev.slipway.runner.postgres.apply;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.function.Consumer;
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

    SimpleQuery(Connection connection, Consumer<SQLWarning> messages) {
        this.connection = connection;
        this.messages = messages;
    }

    /// The driver begins a transaction before, unless the connection commits by itself.
    void run(String sql) throws SQLException {
        QueryExecutor executor = connection.unwrap(BaseConnection.class).getQueryExecutor();
        int flags = connection.getAutoCommit() ? FLAGS | QueryExecutor.QUERY_SUPPRESS_BEGIN : FLAGS;
        executor.execute(
                executor.wrap(List.of(new NativeQuery(sql, SqlCommand.BLANK))), null, new Handler(), 0, 0, flags);
    }

    private final class Handler extends ResultHandlerBase {
        @Override
        public void handleWarning(SQLWarning warning) {
            messages.accept(warning);
        }
    }
}
