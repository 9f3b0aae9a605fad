package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.schema.UnknownOption;
import dev.slipway.runner.postgres.sql.CatalogQueries;
import dev.slipway.runner.postgres.sql.CatalogQueries.Call;
import dev.slipway.runner.postgres.sql.CatalogQueries.RowReader;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The queries that read a schema, under `NeutralSettings`. Those of what a step touched are prepared, for any schemas:
/// a session that serves many tenants plans them once. Those of parts that few steps touch are planned when one does.
final class CatalogReading {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /// How the names of what is prepared end, by the scope without its schemas.
    private static final Map<SchemaScope, String> SUFFIXES = new ConcurrentHashMap<>();

    /// The names of what reads all objects, by the parts that are read.
    private static final Map<Set<CatalogPart>, String> ALL = new ConcurrentHashMap<>();

    private static final Set<String> ANY = Set.of("");

    /// Those of what belongs to a relation: what any relation can have, and what few have.
    private static final PreparedParts TABLES = PreparedParts.of(part -> part.isOfRelations() && part.isCommon());

    private static final PreparedParts RELATED = PreparedParts.of(part -> part.isOfRelations() && !part.isCommon());

    /// Those of all else.
    private static final List<PreparedParts> OTHERS = PreparedParts.byCatalogs();

    private static final String PARAMETERS = "(oid[], text[])";
    private static final String SCHEMAS = "$2";

    private final CatalogQueries queries;
    private final SchemaScope scope;
    private final SchemaSql sql;
    private final String suffix;
    private final Set<PreparedParts> prepared = new LinkedHashSet<>(Set.of(TABLES));

    CatalogReading(Connection connection, SchemaScope scope) {
        this.queries = new CatalogQueries(connection);
        this.scope = scope;
        this.sql = new SchemaSql(scope, ScopedSql.prepared(scope.schemas().isEmpty(), SCHEMAS));
        this.suffix = SUFFIXES.computeIfAbsent(
                scope.schemas().isEmpty() ? scope : scope.in(ANY), _ -> "_" + NUMBER.incrementAndGet());
    }

    /// All objects, by their places.
    Map<ObjectPlace, List<SchemaObject>> objects() throws SQLException {
        Set<CatalogPart> parts = EnumSet.copyOf(CatalogPart.COMMON);
        Map<ObjectPlace, List<SchemaObject>> objects = new HashMap<>();
        read("presence", sql::presence, into(parts));
        read(
                ALL.computeIfAbsent(parts, _ -> "all_" + NUMBER.incrementAndGet()),
                () -> sql.allObjects(parts),
                into(objects));
        return objects;
    }

    /// A whole database is read once in a session, and a schema may be followed by many others.
    private void read(String name, Supplier<String> query, RowReader reader) throws SQLException {
        if (scope.schemas().isEmpty()) {
            queries.query(query.get(), reader);
        } else {
            queries.prepare(Map.of(name + suffix + PARAMETERS, query));
            queries.execute(call(name, Set.of()), reader);
        }
    }

    private static RowReader into(Set<CatalogPart> parts) {
        return row -> parts.add(CatalogPart.valueOf(row.getString(1)));
    }

    private RowReader into(Map<ObjectPlace, List<SchemaObject>> objects) {
        return row -> {
            CatalogPart part = CatalogPart.valueOf(row.getString(1));
            SchemaObject object = object(part.kind(), row);
            if (scope.has(object.key())) {
                ObjectPlace place = ObjectPlace.of(row.getLong(2), part);
                objects.computeIfAbsent(place, _ -> new ArrayList<>()).add(object);
            }
        };
    }

    private static SchemaObject object(ObjectKind kind, ResultSet row) throws SQLException {
        return SchemaObject.of(
                kind, CanonicalText.name(row.getString(3)), CanonicalText.definition(kind, row.getString(4)));
    }

    /// What definitions name, and how it is called.
    Map<String, String> names() throws SQLException {
        Map<String, String> names = new HashMap<>();
        read("all_names", sql::allNames, intoNames(names));
        return names;
    }

    private static RowReader intoNames(Map<String, String> names) {
        return row -> names.put(row.getString(1), row.getString(2));
    }

    /// The options that are left out.
    List<UnknownOption> unknownOptions() throws SQLException {
        List<UnknownOption> options = new ArrayList<>();
        queries.query(
                new SchemaSql(scope, ScopedSql.of(scope.schemas())).unknownOptions(),
                row -> options.add(new UnknownOption(row.getString(1), row.getInt(2), row.getString(3))));
        return options;
    }

    /// Prepares what `touched` and `partial` run, anew where a script has let go of it.
    void prepare() throws SQLException {
        queries.prepare(Map.of("touched" + suffix, SchemaSql::touched, "names" + suffix + PARAMETERS, sql::names));
        prepare(prepared);
    }

    private void prepare(Collection<PreparedParts> some) throws SQLException {
        queries.prepare(some.stream()
                .collect(Collectors.toMap(
                        parts -> parts.name() + suffix + PARAMETERS, parts -> () -> sql.objects(parts.parts()))));
    }

    Touched touched() throws SQLException {
        Map<String, Set<String>> rows = new HashMap<>();
        queries.execute(
                "touched" + suffix,
                row -> rows.computeIfAbsent(row.getString(1), _ -> new HashSet<>())
                        .add(row.getString(2)));
        return Touched.of(rows);
    }

    /// @param objects those that were read, by their places
    /// @param places those that were read, also where nothing is left
    /// @param names what definitions name, but of all relations only those that were touched
    record Partial(Map<ObjectPlace, List<SchemaObject>> objects, Set<ObjectPlace> places, Map<String, String> names) {}

    Partial partial(Touched touched) throws SQLException {
        List<PreparedParts> read = new ArrayList<>();
        Set<ObjectPlace> places = new HashSet<>();
        touched.relations().forEach(relation -> places.add(new ObjectPlace.OfRelation(relation)));
        if (!touched.relations().isEmpty()) {
            read.add(TABLES);
        }
        if (touched.related()) {
            read.add(RELATED);
        }
        for (PreparedParts parts : OTHERS) {
            if (parts.isIn(scope) && touched.isWrittenTo(parts.catalogs())) {
                read.add(parts);
                parts.parts().forEach(part -> places.add(new ObjectPlace.OfPart(part)));
            }
        }
        if (prepared.addAll(read)) {
            prepare(read);
        }
        return partial(read, places, touched.relations());
    }

    private Partial partial(List<PreparedParts> read, Set<ObjectPlace> places, Set<Long> relations)
            throws SQLException {
        Partial partial = new Partial(new HashMap<>(), places, new HashMap<>());
        List<Call> calls = new ArrayList<>();
        calls.add(new Call(call("names", relations), intoNames(partial.names())));
        read.forEach(parts -> calls.add(new Call(call(parts.name(), relations), into(partial.objects()))));
        queries.execute(calls);
        return partial;
    }

    /// Lets the server plan what reads each step.
    void plan() throws SQLException {
        touched();
        partial(List.of(TABLES), Set.of(), Set.of());
    }

    private String call(String name, Set<Long> relations) {
        String numbers = relations.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return "%s%s('%s', %s)".formatted(name, suffix, numbers, Quote.array(scope.schemas()));
    }
}
