package dev.slipway.runner.postgres.apply;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.function.Consumer;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutorBase;

/// Sends a `COPY ... FROM STDIN` and its lines. As with a [SimpleQuery], each of the server's messages is handed on.
final class CopyQuery {
    private final Connection connection;
    private final Consumer<SQLWarning> messages;

    CopyQuery(Connection connection, Consumer<SQLWarning> messages) {
        this.connection = connection;
        this.messages = messages;
    }

    void run(String sql, String lines) throws SQLException {
        BaseConnection driver = connection.unwrap(BaseConnection.class);
        driver.clearWarnings();
        ((QueryExecutorBase) driver.getQueryExecutor()).addWarning(new FirstWarning(messages));
        try {
            driver.getCopyAPI().copyIn(sql, new StringReader(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            driver.clearWarnings();
        }
    }

    /// During a copy the driver keeps all warnings, each as the next of the first: this one hands them on instead.
    private static final class FirstWarning extends SQLWarning {
        private static final long serialVersionUID = 1;

        private final transient Consumer<SQLWarning> messages;

        FirstWarning(Consumer<SQLWarning> messages) {
            this.messages = messages;
        }

        @Override
        public void setNextWarning(SQLWarning next) {
            messages.accept(next);
        }
    }
}
