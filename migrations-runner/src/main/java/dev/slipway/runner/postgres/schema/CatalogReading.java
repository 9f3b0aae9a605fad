package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.model.schema.UnknownOption;
import dev.slipway.runner.postgres.sql.Quote;
import dev.slipway.runner.postgres.sql.SqlResource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// The queries of the catalog, each one round trip, under `NeutralSettings`.
///
/// To plan the queries takes longer than to run them on a few relations, so those are prepared in SQL: the driver
/// forgets what it has prepared on every CREATE, ALTER or DROP.
final class CatalogReading {
    /// What does not belong to a relation is given with this number.
    static final long NO_RELATION = 0;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String OF_ALL = "";
    private static final String OF_GIVEN = "where r.oid = any ($1)";

    private final Connection connection;
    private final SchemaScope scope;
    private final String prefix = "slipway_" + NUMBER.incrementAndGet();

    CatalogReading(Connection connection, SchemaScope scope) {
        this.connection = connection;
        this.scope = scope;
    }

    /// All objects, by the relation they belong to.
    Map<Long, List<SchemaObject>> objects() throws SQLException {
        return objects(objectsOf(OF_ALL));
    }

    /// The objects that belong to these relations or to none.
    Map<Long, List<SchemaObject>> objects(Set<Long> relations) throws SQLException {
        return objects(execute("objects", relations));
    }

    private Map<Long, List<SchemaObject>> objects(String sql) throws SQLException {
        Map<Long, List<SchemaObject>> objects = new HashMap<>();
        query(
                sql,
                row -> objects.computeIfAbsent(row.getLong(2), key -> new ArrayList<>())
                        .add(object(row)));
        return objects;
    }

    private static SchemaObject object(ResultSet row) throws SQLException {
        ObjectKind kind = Part.valueOf(row.getString(1)).kind();
        return SchemaObject.of(
                kind, CanonicalText.name(row.getString(3)), CanonicalText.definition(kind, row.getString(4)));
    }

    /// What definitions name, and how it is called.
    Map<String, String> names() throws SQLException {
        return names(namesOf(OF_ALL));
    }

    /// What definitions name, but of all relations only these.
    Map<String, String> names(Set<Long> relations) throws SQLException {
        return names(execute("names", relations));
    }

    private Map<String, String> names(String sql) throws SQLException {
        Map<String, String> names = new HashMap<>();
        query(sql, row -> names.put(row.getString(1), row.getString(2)));
        return names;
    }

    /// The options that are left out.
    List<UnknownOption> unknownOptions() throws SQLException {
        List<UnknownOption> options = new ArrayList<>();
        query(
                given(OF_ALL) + resource("unknown-options.sql"),
                row -> options.add(new UnknownOption(row.getString(1), row.getInt(2), row.getString(3))));
        return options;
    }

    /// The relations of which the open transaction can have changed something.
    Set<Long> touched() throws SQLException {
        prepare();
        Set<Long> relations = new HashSet<>();
        query("execute " + prefix + "_touched", row -> relations.add(row.getLong(1)));
        return relations;
    }

    /// Does nothing if it was done before, unless a script has forgotten all prepared statements.
    private void prepare() throws SQLException {
        List<String> prepared = new ArrayList<>();
        query(
                "select name from pg_prepared_statements where name = '%s_touched'".formatted(prefix),
                row -> prepared.add(row.getString(1)));
        if (prepared.isEmpty()) {
            run("prepare %s_touched as %s".formatted(prefix, resource("touched.sql")));
            run("prepare %s_names(oid[]) as %s".formatted(prefix, namesOf(OF_GIVEN)));
            run("prepare %s_objects(oid[]) as %s".formatted(prefix, objectsOf(OF_GIVEN)));
        }
    }

    private String execute(String prepared, Set<Long> relations) {
        String numbers = relations.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return "execute %s_%s('%s')".formatted(prefix, prepared, numbers);
    }

    private static String namesOf(String relations) {
        return resource("names.sql").replace("${only}", relations);
    }

    private String objectsOf(String relations) {
        String parts = Arrays.stream(Part.values())
                .filter(part -> part != Part.GRANTS || scope.grants())
                .map(part -> "select '%s', part.* from (\n%s) as part\n".formatted(part, resource(part.file())))
                .collect(Collectors.joining("union all\n"));
        return given(relations) + parts;
    }

    /// What all queries build on. Where all is read, each part of it is planned once and not wherever it is used: to
    /// plan takes longer than to read.
    private String given(String relations) {
        return resource("scope.sql")
                .replace("${known_options}", resource("known-options.sql").strip())
                .replace("${only}", relations)
                .replace("${inlined}", relations.equals(OF_ALL) ? "materialized" : "not materialized")
                .replace("${history_table}", Quote.literal(scope.historyTable()))
                .replace("${ignored_schemas}", array(scope.ignoredSchemas()))
                .replace("${ignored_tables}", array(scope.ignoredTables()));
    }

    private static String array(Collection<String> texts) {
        return texts.stream().sorted().map(Quote::literal).collect(Collectors.joining(", ", "array[", "]::text[]"));
    }

    /// What is done with each row.
    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, RowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static String resource(String name) {
        return SqlResource.read(CatalogReading.class, name);
    }
}
