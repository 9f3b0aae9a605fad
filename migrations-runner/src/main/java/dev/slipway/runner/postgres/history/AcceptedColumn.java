package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.schema.AcceptedDrift;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.SchemaObject;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody accepted of the schema after a script, kept beside its fingerprint. A table of an older runner gets
/// the column when something is kept for the first time.
///
/// @param table as it stands in SQL
record AcceptedColumn(Connection connection, String table) {
    private static final String EXISTS = """
            select exists (
                select from pg_attribute
                where attrelid = to_regclass(?) and attname = 'accepted' and not attisdropped
            )
            """;

    private static final String OWNS = "select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass(?)";

    private static final String WRITE = """
            update %s
            set accepted = (
                select jsonb_agg(jsonb_build_object('kind', kind, 'name', name, 'hash', hash))
                from (values %s) as object(kind, name, hash)
            )
            where installed_rank = %d;
            """;

    /// The column may not be there.
    private static final String READ = """
            select object ->> 'kind', object ->> 'name', object ->> 'hash'
            from (
                select to_jsonb(f) -> 'accepted' as accepted, row_number() over (order by installed_rank desc) = 1 as last
                from %s f
            ) as kept
            cross join jsonb_array_elements(case jsonb_typeof(accepted) when 'array' then accepted else '[]' end) as object
            where last or object ->> 'hash' = '*'
            """;

    /// Stands for the hash of a schema that others look after, for good.
    private static final String WHATEVER = "*";

    /// @return whether it is there
    boolean prepare() throws SQLException {
        if (is(EXISTS)) {
            return true;
        }
        if (!is(OWNS)) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter table %s add column if not exists accepted jsonb".formatted(table));
        }
        return true;
    }

    /// The statement that writes it, or nothing if there is nothing to write.
    String statement(int rank, AcceptedDrift accepted) {
        if (accepted.isEmpty()) {
            return "";
        }
        Stream<String> objects = accepted.hashes().entrySet().stream()
                .map(object -> row(object.getKey().kind(), object.getKey().name(), object.getValue()));
        Stream<String> schemas = accepted.schemas().stream().map(schema -> row(ObjectKind.SCHEMA, schema, WHATEVER));
        return WRITE.formatted(table, Stream.concat(objects, schemas).collect(Collectors.joining(", ")), rank);
    }

    private static String row(ObjectKind kind, String name, String hash) {
        return Stream.of(kind.word(), name, hash).map(Quote::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    AcceptedDrift read() throws SQLException {
        SortedMap<SchemaObject.Key, String> hashes = new TreeMap<>();
        Set<String> schemas = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(READ.formatted(table))) {
            while (row.next()) {
                String word = row.getString(1);
                String name = row.getString(2);
                String hash = row.getString(3);
                if (WHATEVER.equals(hash)) {
                    schemas.add(name);
                    continue;
                }
                Arrays.stream(ObjectKind.values())
                        .filter(kind -> kind.word().equals(word))
                        .forEach(kind -> hashes.put(new SchemaObject.Key(kind, name), hash));
            }
        }
        return new AcceptedDrift(hashes, schemas);
    }

    private boolean is(String question) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
