package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.schema.UnknownOption;
import dev.slipway.runner.postgres.sql.CatalogQueries.RowReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Reads all of a schema, under `NeutralSettings`.
record CatalogReading(ScopeQueries scoped) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /// The names of what reads all objects, by the parts that are read.
    private static final Map<Set<CatalogPart>, String> ALL = new ConcurrentHashMap<>();

    /// All objects, by their places.
    Map<ObjectPlace, List<SchemaObject>> objects() throws SQLException {
        Set<CatalogPart> parts = EnumSet.copyOf(CatalogPart.COMMON);
        Map<ObjectPlace, List<SchemaObject>> objects = new HashMap<>();
        read("presence", scoped.sql()::presence, row -> parts.add(CatalogPart.valueOf(row.getString(1))));
        read(
                ALL.computeIfAbsent(parts, _ -> "all_" + NUMBER.incrementAndGet()),
                () -> scoped.sql().allObjects(parts),
                new ObjectRows(scoped.scope(), objects));
        return objects;
    }

    /// What definitions name, and how it is called.
    Map<String, String> names() throws SQLException {
        Map<String, String> names = new HashMap<>();
        read("all_names", scoped.sql()::allNames, row -> names.put(row.getString(1), row.getString(2)));
        return names;
    }

    /// The options that are left out.
    List<UnknownOption> unknownOptions() throws SQLException {
        List<UnknownOption> options = new ArrayList<>();
        SchemaScope scope = scoped.scope();
        scoped.queries()
                .query(
                        new SchemaSql(scope, ScopedSql.of(scope.schemas())).unknownOptions(),
                        row -> options.add(new UnknownOption(row.getString(1), row.getInt(2), row.getString(3))));
        return options;
    }

    /// A whole database is read once in a session, and a schema may be followed by many others.
    private void read(String name, Supplier<String> query, RowReader reader) throws SQLException {
        if (scoped.scope().schemas().isEmpty()) {
            scoped.queries().query(query.get(), reader);
        } else {
            scoped.prepare(Map.of(name, query));
            scoped.queries().execute(List.of(scoped.call(name, Set.of(), reader)));
        }
    }
}
