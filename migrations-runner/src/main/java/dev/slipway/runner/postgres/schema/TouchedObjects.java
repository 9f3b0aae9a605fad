package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.postgres.sql.CatalogQueries.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a step touched, and how it stands now.
///
/// @param places those whose objects were read, also where nothing is left
/// @param objects by their places
/// @param names what definitions name, but of all relations only those that were touched
record TouchedObjects(
        Touched touched,
        Set<ObjectPlace> places,
        Map<ObjectPlace, List<SchemaObject>> objects,
        Map<String, String> names) {

    /// The same, to which parts are added that are read next.
    TouchedObjects of(Touched all, List<PreparedParts> parts) {
        Set<ObjectPlace> read = new HashSet<>();
        all.relations().forEach(relation -> read.add(new ObjectPlace.OfRelation(relation)));
        parts.forEach(each -> read.addAll(each.places()));
        return new TouchedObjects(all, read, all.plain() ? objects : new HashMap<>(), names);
    }

    void addName(ResultSet row) throws SQLException {
        names.put(row.getString(1), row.getString(2));
    }

    /// Collects what `step.sql` gives.
    static final class Rows implements RowReader {
        private final Set<Long> relations = new HashSet<>();
        private final Set<String> catalogs = new HashSet<>();
        private final Set<String> flags = new HashSet<>();
        private final Map<String, String> names = new HashMap<>();
        private final ObjectRows objects;

        Rows(SchemaScope scope) {
            this.objects = new ObjectRows(scope, new HashMap<>());
        }

        @Override
        public void read(ResultSet row) throws SQLException {
            switch (row.getString(1)) {
                case "relation" -> relations.add(row.getLong(2));
                case "catalog" -> catalogs.add(row.getString(3));
                case "name" -> names.put(row.getString(3), row.getString(4));
                case "related", "not plain" -> flags.add(row.getString(1));
                default -> objects.read(row);
            }
        }

        TouchedObjects objects() {
            Touched touched = new Touched(relations, catalogs, !flags.contains("not plain"), flags.contains("related"));
            return new TouchedObjects(touched, Set.of(), objects.objects(), names).of(touched, List.of());
        }
    }
}
