package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Queries that somebody asks of the database.
public final class TenantQuery {
    private TenantQuery() {}

    /// The first column of a row, and the second; an empty text for null, and where there is none.
    public record Row(String first, String second) {}

    /// It changes nothing.
    public static List<Row> rows(Session session, String query) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("set default_transaction_read_only to on");
            try (ResultSet row = statement.executeQuery(query)) {
                boolean second = row.getMetaData().getColumnCount() > 1;
                while (row.next()) {
                    rows.add(new Row(text(row, 1), second ? text(row, 2) : ""));
                }
            }
        }
        return rows;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }
}
