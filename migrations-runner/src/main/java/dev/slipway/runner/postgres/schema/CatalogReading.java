package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.history.OwnTables;
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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The queries that read a schema, under `NeutralSettings`. Those of a few relations are prepared, for any schemas: a
/// session that serves many tenants plans them once.
final class CatalogReading {
    /// What does not belong to a relation is given with this number.
    static final long NO_RELATION = 0;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /// How the names of what is prepared end, by the scope without its schemas.
    private static final Map<SchemaScope, String> SUFFIXES = new ConcurrentHashMap<>();

    /// The names of what reads all objects, by the parts that are read.
    private static final Map<Set<CatalogPart>, String> ALL = new ConcurrentHashMap<>();

    private static final Set<String> ANY = Set.of("");
    private static final Set<CatalogPart> COMMON =
            Arrays.stream(CatalogPart.values()).filter(CatalogPart::isCommon).collect(Collectors.toUnmodifiableSet());
    private static final Set<CatalogPart> RARE = EnumSet.complementOf(EnumSet.copyOf(COMMON));
    private static final String PARAMETERS = "(oid[], text[])";
    private static final String SCHEMAS = "$2";
    private static final String OF_ALL = "";
    private static final String OF_GIVEN = "where r.oid = any ($1)";

    private final CatalogQueries queries;
    private final SchemaScope scope;
    private final String suffix;

    CatalogReading(Connection connection, SchemaScope scope) {
        this.queries = new CatalogQueries(connection);
        this.scope = scope;
        this.suffix = SUFFIXES.computeIfAbsent(
                scope.schemas().isEmpty() ? scope : scope.in(ANY), _ -> "_" + NUMBER.incrementAndGet());
    }

    /// All objects, by the relation they belong to.
    Map<Long, List<SchemaObject>> objects() throws SQLException {
        Set<CatalogPart> parts = EnumSet.copyOf(COMMON);
        Map<Long, List<SchemaObject>> objects = new HashMap<>();
        ScopedSql scoped = scoped();
        read("presence", () -> presence(scoped), into(parts));
        read(
                ALL.computeIfAbsent(parts, _ -> "all_" + NUMBER.incrementAndGet()),
                () -> objectsOf(scoped, OF_ALL, parts),
                into(objects));
        return objects;
    }

    private ScopedSql scoped() {
        return ScopedSql.prepared(scope.schemas().isEmpty(), SCHEMAS);
    }

    /// A whole database is read once in a session, and a schema may be followed by many others.
    private void read(String name, Supplier<String> sql, RowReader reader) throws SQLException {
        if (scope.schemas().isEmpty()) {
            queries.query(sql.get(), reader);
        } else {
            queries.prepare(Map.of(name + suffix + PARAMETERS, sql));
            queries.execute(call(name, Set.of()), reader);
        }
    }

    /// The parts that are not common, as far as there is something to read.
    private String presence(ScopedSql scoped) {
        String presence = RARE.stream().map(CatalogPart::presence).collect(Collectors.joining(" union all "));
        return scoped.sql(presence).replace("${own_tables}", ownTables());
    }

    /// The history, and what is kept beside it. A cast cuts a long name as PostgreSQL does when it makes the table.
    private String ownTables() {
        return OwnTables.beside(scope.historyTable()).stream()
                .map(name -> Quote.literal(name) + "::name")
                .collect(Collectors.joining(", "));
    }

    private static RowReader into(Set<CatalogPart> parts) {
        return row -> parts.add(CatalogPart.valueOf(row.getString(1)));
    }

    private RowReader into(Map<Long, List<SchemaObject>> objects) {
        return row -> {
            SchemaObject object = object(row);
            if (scope.has(object.key())) {
                objects.computeIfAbsent(row.getLong(2), _ -> new ArrayList<>()).add(object);
            }
        };
    }

    private static SchemaObject object(ResultSet row) throws SQLException {
        ObjectKind kind = CatalogPart.valueOf(row.getString(1)).kind();
        return SchemaObject.of(
                kind, CanonicalText.name(row.getString(3)), CanonicalText.definition(kind, row.getString(4)));
    }

    /// What definitions name, and how it is called.
    Map<String, String> names() throws SQLException {
        Map<String, String> names = new HashMap<>();
        read("all_names", () -> namesOf(scoped(), OF_ALL), intoNames(names));
        return names;
    }

    private static RowReader intoNames(Map<String, String> names) {
        return row -> names.put(row.getString(1), row.getString(2));
    }

    /// The options that are left out.
    List<UnknownOption> unknownOptions() throws SQLException {
        List<UnknownOption> options = new ArrayList<>();
        queries.query(
                given(ScopedSql.of(scope.schemas()), OF_ALL) + resource("unknown-options.sql"),
                row -> options.add(new UnknownOption(row.getString(1), row.getInt(2), row.getString(3))));
        return options;
    }

    /// Prepares what `touched` and `partial` run.
    void prepare() throws SQLException {
        ScopedSql scoped = scoped();
        String rest = suffix + PARAMETERS;
        queries.prepare(Map.of(
                "touched" + suffix, () -> resource("touched.sql"),
                "presence" + rest, () -> presence(scoped),
                "names" + rest, () -> namesOf(scoped, OF_GIVEN),
                "common" + rest, () -> objectsOf(scoped, OF_GIVEN, COMMON),
                "rare" + rest, () -> objectsOf(scoped, OF_GIVEN, RARE)));
    }

    /// @param relations those of which the open transaction can have changed something
    /// @param rare whether there is something of parts that are not common
    record Touched(Set<Long> relations, boolean rare) {}

    Touched touched() throws SQLException {
        Set<Long> relations = new HashSet<>();
        Set<CatalogPart> rare = EnumSet.noneOf(CatalogPart.class);
        queries.execute(List.of(
                new Call("touched" + suffix, row -> relations.add(row.getLong(1))),
                new Call(call("presence", Set.of()), into(rare))));
        return new Touched(relations, !rare.isEmpty());
    }

    /// @param objects those that belong to some relations, by these, and those that belong to none
    /// @param names what definitions name, but of all relations only these
    record Partial(Map<Long, List<SchemaObject>> objects, Map<String, String> names) {}

    Partial partial(Set<Long> relations, boolean rare) throws SQLException {
        Partial partial = new Partial(new HashMap<>(), new HashMap<>());
        List<Call> calls = new ArrayList<>(List.of(
                new Call(call("names", relations), intoNames(partial.names())),
                new Call(call("common", relations), into(partial.objects()))));
        if (rare) {
            calls.add(new Call(call("rare", relations), into(partial.objects())));
        }
        queries.execute(calls);
        return partial;
    }

    private String call(String name, Set<Long> relations) {
        String numbers = relations.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return "%s%s('%s', %s)".formatted(name, suffix, numbers, Quote.array(scope.schemas()));
    }

    private static String namesOf(ScopedSql scoped, String relations) {
        return scoped.sql(resource("names.sql")).replace("${only}", relations);
    }

    private String objectsOf(ScopedSql scoped, String relations, Set<CatalogPart> kinds) {
        String parts = kinds.stream()
                .sorted()
                .filter(part -> part != CatalogPart.GRANTS || scope.grants())
                .map(part ->
                        "select '%s', part.* from (\n%s) as part\n".formatted(part, scoped.sql(resource(part.file()))))
                .collect(Collectors.joining("union all\n"));
        return given(scoped, relations) + parts;
    }

    /// What all queries build on. Where all is read, each part of it is planned once and not wherever it is used: to
    /// plan takes longer than to read.
    private String given(ScopedSql scoped, String relations) {
        return scoped.sql(resource("scope.sql"))
                .replace("${known_options}", resource("known-options.sql").strip())
                .replace("${only}", relations)
                .replace("${inlined}", relations.equals(OF_ALL) ? "materialized" : "not materialized")
                .replace("${own_tables}", ownTables())
                .replace("${ignored_schemas}", Quote.array(scope.ignoredSchemas()))
                .replace("${ignored_tables}", Quote.array(scope.ignoredTables()));
    }

    private static String resource(String name) {
        return TextResource.read(CatalogReading.class, name);
    }
}
