package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The indexes of which a concurrent build did not come to its end. While a session builds one there may be none: whose
/// build it is cannot always be seen. That of a partitioned table is left out, since it is invalid until its parts are
/// there.
///
/// Source: https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
public final class InvalidIndexes {
    private InvalidIndexes() {}

    /// Their names as they can stand in SQL, in a schema and those of the search path.
    public static List<String> names(Session session, String schema) throws SQLException {
        String sql = TextResource.read(InvalidIndexes.class, "invalid.sql").replace("${schema}", Quote.literal(schema));
        try (Statement statement = session.connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
