package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.sql.Connection;
import java.sql.Statement;
import java.util.function.Supplier;

/// One moment of the database, seen by a transaction in which the server itself refuses every change.
public final class ReadOnlySnapshot {
    private ReadOnlySnapshot() {}

    public static <T> T during(Session session, Supplier<T> questions) {
        Connection connection = session.connection();
        DatabaseCall.run("begin to read", () -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
            }
        });
        T answer = questions.get();
        DatabaseCall.run("end reading", () -> {
            connection.rollback();
            connection.setAutoCommit(true);
        });
        return answer;
    }
}
