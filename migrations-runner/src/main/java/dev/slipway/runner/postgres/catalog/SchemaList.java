package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The schemas of a database.
public final class SchemaList {
    private SchemaList() {}

    /// Their names, sorted, without those of the server.
    public static List<String> of(Session session) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(TextResource.read(SchemaList.class, "namespaces.sql"))) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }
}
