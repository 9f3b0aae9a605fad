package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The tables, views and sequences in a schema that do not belong to an extension.
public final class Relations {
    private Relations() {}

    public static List<String> names(Session session, String schema) throws SQLException {
        String sql = sql(Quote.literal(schema));
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /// The query for their names.
    ///
    /// @param schema its name, as an expression of SQL
    public static String sql(String schema) {
        return TextResource.read(Relations.class, "relations.sql").replace("${schema}", schema);
    }
}
