package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.SqlResource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads all objects of a schema from the catalog, in the open transaction if there is one.
public final class SchemaReader {
    private SchemaReader() {}

    public static Schema read(Session session, SchemaScope scope) throws SQLException {
        List<SchemaObject> objects = new ArrayList<>();
        try (PreparedStatement query =
                session.connection().prepareStatement(SqlResource.read(SchemaReader.class, "columns.sql"))) {
            query.setString(1, scope.historyTable());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    objects.add(SchemaObject.of(ObjectKind.COLUMN, row.getString(1), row.getString(2)));
                }
            }
        }
        return Schema.of(objects);
    }
}
