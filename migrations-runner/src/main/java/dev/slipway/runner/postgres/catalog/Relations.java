package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.SqlResource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The tables, views and sequences in the current schema that do not belong to an extension.
public final class Relations {
    private Relations() {}

    public static List<String> names(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(SqlResource.read(Relations.class, "relations.sql"))) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /// The schema in which the session creates tables.
    public static String schema(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("select coalesce(current_schema(), 'public')")) {
            row.next();
            return row.getString(1);
        }
    }
}
