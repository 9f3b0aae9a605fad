package dev.slipway.runner.postgres.recovery;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Asks the catalog with the queries beside this class.
final class CatalogRows {
    private CatalogRows() {}

    /// What is made of a row.
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> all(Session session, String resource, Reading<T> reading, String... parameters)
            throws SQLException {
        String sql = TextResource.read(CatalogRows.class, resource);
        try (PreparedStatement query = session.connection().prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (row.next()) {
                    all.add(reading.of(row));
                }
                return all;
            }
        }
    }

    /// The number that a query gives.
    static int number(Session session, String resource, String... parameters) throws SQLException {
        return all(session, resource, row -> row.getInt(1), parameters).getFirst();
    }
}
