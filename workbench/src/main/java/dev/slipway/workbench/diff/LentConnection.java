package dev.slipway.workbench.diff;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// A connection for somebody who will close it, though it belongs to a session.
final class LentConnection {
    private LentConnection() {}

    /// What was set is taken back, and the connection stays open.
    ///
    /// @param queries what is asked of it
    static Connection of(Connection connection, KnownQueries queries) {
        return (Connection) Proxy.newProxyInstance(
                LentConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "close" -> takenBack(connection);
                    case "prepareStatement" -> connection.prepareStatement(queries.of((String) arguments[0]));
                    default -> invoked(connection, method, arguments);
                });
    }

    private static Object takenBack(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("reset search_path; reset timezone");
        }
        return connection;
    }

    private static Object invoked(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
