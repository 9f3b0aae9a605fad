package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.postgres.sql.CatalogQueries.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Collects the objects of a scope, by their places, from rows of a part of the catalog, the number of a relation, a
/// name
/// and a definition.
record ObjectRows(SchemaScope scope, Map<ObjectPlace, List<SchemaObject>> objects) implements RowReader {
    @Override
    public void read(ResultSet row) throws SQLException {
        CatalogPart part = CatalogPart.valueOf(row.getString(1));
        SchemaObject object = SchemaObject.of(
                part.kind(),
                CanonicalText.name(row.getString(3)),
                CanonicalText.definition(part.kind(), row.getString(4)));
        if (scope.has(object.key())) {
            ObjectPlace place = ObjectPlace.of(row.getLong(2), part);
            objects.computeIfAbsent(place, _ -> new ArrayList<>()).add(object);
        }
    }
}
