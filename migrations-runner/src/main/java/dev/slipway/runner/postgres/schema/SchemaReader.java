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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Reads all objects of a schema from the catalog, in the open transaction if there is one.
public final class SchemaReader {
    private SchemaReader() {}

    /// The schema as every session sees it: whatever its settings and its role are, and on whatever version of
    /// PostgreSQL.
    public static Schema read(Session session, SchemaScope scope) throws SQLException {
        return NeutralSettings.during(session.connection(), () -> Schema.of(objects(session, scope)));
    }

    private static List<SchemaObject> objects(Session session, SchemaScope scope) throws SQLException {
        List<SchemaObject> objects = new ArrayList<>();
        try (PreparedStatement query = session.connection().prepareStatement(sql(scope))) {
            query.setString(1, scope.historyTable());
            query.setArray(2, array(session, scope.ignoredSchemas()));
            query.setArray(3, array(session, scope.ignoredTables()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    objects.add(object(row));
                }
            }
        }
        return objects;
    }

    private static java.sql.Array array(Session session, Collection<String> texts) throws SQLException {
        return session.connection().createArrayOf("text", texts.toArray());
    }

    private static SchemaObject object(ResultSet row) throws SQLException {
        ObjectKind kind = Part.valueOf(row.getString(1)).kind();
        return SchemaObject.of(
                kind, CanonicalText.name(row.getString(3)), CanonicalText.definition(kind, row.getString(4)));
    }

    private static String sql(SchemaScope scope) {
        String parts = Arrays.stream(Part.values())
                .filter(part -> part != Part.GRANTS || scope.grants())
                .map(part -> "select '%s', part.* from (\n%s) as part\n"
                        .formatted(part, SqlResource.read(SchemaReader.class, part.file())))
                .collect(Collectors.joining("union all\n"));
        return SqlResource.read(SchemaReader.class, "scope.sql").replace("${only}", "") + parts;
    }
}
