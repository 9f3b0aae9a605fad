package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.postgres.sql.SqlResource;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The queries of the catalog, each one round trip, under `NeutralSettings`.
final class CatalogReading {
    /// What does not belong to a relation is given with this number.
    static final long NO_RELATION = 0;

    private static final String NAMES = resource("names.sql");
    private static final String TOUCHED = resource("touched.sql");

    private static final String ONLY = "${only}";
    private static final String OF_ALL = "";
    private static final String OF_GIVEN = "where r.oid = any (?)";

    private final Connection connection;
    private final SchemaScope scope;
    private final String sql;

    CatalogReading(Connection connection, SchemaScope scope) {
        this.connection = connection;
        this.scope = scope;
        this.sql = resource("scope.sql") + parts(scope);
    }

    /// All objects, by the relation they belong to.
    Map<Long, List<SchemaObject>> objects() throws SQLException {
        return objects(OF_ALL, Set.of());
    }

    /// The objects that belong to these relations or to none.
    Map<Long, List<SchemaObject>> objects(Set<Long> relations) throws SQLException {
        return objects(OF_GIVEN, relations);
    }

    private Map<Long, List<SchemaObject>> objects(String only, Set<Long> relations) throws SQLException {
        Map<Long, List<SchemaObject>> objects = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql.replace(ONLY, only))) {
            query.setString(1, scope.historyTable());
            query.setArray(2, array("text", scope.ignoredSchemas()));
            query.setArray(3, array("text", scope.ignoredTables()));
            if (only.equals(OF_GIVEN)) {
                query.setArray(4, array("oid", relations));
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    objects.computeIfAbsent(row.getLong(2), key -> new ArrayList<>())
                            .add(object(row));
                }
            }
        }
        return objects;
    }

    private static SchemaObject object(ResultSet row) throws SQLException {
        ObjectKind kind = Part.valueOf(row.getString(1)).kind();
        return SchemaObject.of(
                kind, CanonicalText.name(row.getString(3)), CanonicalText.definition(kind, row.getString(4)));
    }

    private static String parts(SchemaScope scope) {
        return Arrays.stream(Part.values())
                .filter(part -> part != Part.GRANTS || scope.grants())
                .map(part -> "select '%s', part.* from (\n%s) as part\n".formatted(part, resource(part.file())))
                .collect(Collectors.joining("union all\n"));
    }

    /// What definitions name, and how it is called.
    Map<String, String> names() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NAMES.replace(ONLY, OF_ALL))) {
            return names(query);
        }
    }

    /// What definitions name, but of all relations only these.
    Map<String, String> names(Set<Long> relations) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NAMES.replace(ONLY, OF_GIVEN))) {
            query.setArray(1, array("oid", relations));
            return names(query);
        }
    }

    private static Map<String, String> names(PreparedStatement query) throws SQLException {
        Map<String, String> names = new HashMap<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                names.put(row.getString(1), row.getString(2));
            }
        }
        return names;
    }

    /// The relations of which the open transaction can have changed something.
    Set<Long> touched() throws SQLException {
        Set<Long> relations = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(TOUCHED);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                relations.add(row.getLong(1));
            }
        }
        return relations;
    }

    private Array array(String type, Collection<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private static String resource(String name) {
        return SqlResource.read(CatalogReading.class, name);
    }
}
