package dev.slipway.runner.postgres.history;

import dev.slipway.runner.model.schema.AcceptedDrift;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.SchemaObject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
                from unnest(?::text[], ?::text[], ?::text[]) as object(kind, name, hash)
            )
            where installed_rank = ?
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

    void write(int rank, AcceptedDrift accepted) throws SQLException {
        if (accepted.isEmpty()) {
            return;
        }
        List<String> schemas = List.copyOf(accepted.schemas());
        try (PreparedStatement update = connection.prepareStatement(WRITE.formatted(table))) {
            update.setArray(
                    1,
                    texts(Stream.concat(
                            accepted.hashes().keySet().stream()
                                    .map(key -> key.kind().word()),
                            schemas.stream().map(_ -> ObjectKind.SCHEMA.word()))));
            update.setArray(
                    2,
                    texts(Stream.concat(
                            accepted.hashes().keySet().stream().map(SchemaObject.Key::name), schemas.stream())));
            update.setArray(
                    3,
                    texts(Stream.concat(
                            accepted.hashes().values().stream(),
                            schemas.stream().map(_ -> WHATEVER))));
            update.setInt(4, rank);
            update.executeUpdate();
        }
    }

    private Array texts(Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
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
