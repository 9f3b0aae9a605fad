package dev.slipway.gate;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Compares a database with the revision that a service was built for: `SchemaGate.of(dataSource, "7").read()`.
///
/// It keeps nothing between two questions, and may be shared between threads.
public final class SchemaGate {
    private final DataSource dataSource;
    private final HistoryQuery query;

    private SchemaGate(DataSource dataSource, HistoryQuery query) {
        this.dataSource = dataSource;
        this.query = query;
    }

    /// @param expected the version of the newest script that the service was built with
    public static SchemaGate of(DataSource dataSource, String expected) {
        return new SchemaGate(dataSource, HistoryQuery.expecting(expected));
    }

    /// Asks the database once. What goes wrong is a state as well.
    public GateState read() {
        try (Connection connection = dataSource.getConnection()) {
            return query.ask(connection);
        } catch (SQLException e) {
            return query.explain(e);
        }
    }
}
