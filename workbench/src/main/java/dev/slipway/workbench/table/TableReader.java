package dev.slipway.workbench.table;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the tables of the current schema and of others from the catalog. Partitions are read with their tables, and
/// what belongs to extensions is not read.
public final class TableReader {
    private final Session session;
    private final Map<Long, Rows> tables = new LinkedHashMap<>();

    private TableReader(Session session) {
        this.session = session;
    }

    /// @param schemas beside the current one
    /// @param leftOut names of tables that others look after
    public static List<TableDefinition> read(Session session, Collection<String> schemas, Collection<String> leftOut)
            throws SQLException {
        TableReader reader = new TableReader(session);
        reader.readTables(schemas, leftOut);
        reader.each("columns.sql", (rows, row) -> rows.columns.add(column(row)));
        reader.each("constraints.sql", TableReader::addConstraint);
        reader.each("indexes.sql", (rows, row) -> rows.indexes.add(index(row)));
        return reader.tables.values().stream().map(Rows::table).toList();
    }

    private void readTables(Collection<String> schemas, Collection<String> leftOut) throws SQLException {
        try (PreparedStatement statement = prepare("tables.sql")) {
            statement.setArray(1, session.connection().createArrayOf("text", schemas.toArray()));
            statement.setArray(2, session.connection().createArrayOf("text", leftOut.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tables.put(row.getLong(1), new Rows(row.getString(2), row.getString(3), row.getBoolean(4)));
                }
            }
        }
    }

    private void each(String resource, Taker taker) throws SQLException {
        try (PreparedStatement statement = prepare(resource)) {
            statement.setArray(
                    1, session.connection().createArrayOf("oid", tables.keySet().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Rows rows = tables.get(row.getLong(1));
                    if (rows != null) {
                        taker.take(rows, row);
                    }
                }
            }
        }
    }

    private PreparedStatement prepare(String resource) throws SQLException {
        return session.connection().prepareStatement(TextResource.read(TableReader.class, resource));
    }

    private static TableDefinition.Column column(ResultSet row) throws SQLException {
        return new TableDefinition.Column(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                texts(row, 10));
    }

    private static void addConstraint(Rows rows, ResultSet row) throws SQLException {
        String name = row.getString(3);
        List<String> columns = texts(row, 4);
        String definition = row.getString(8);
        switch (row.getString(2)) {
            case "f" ->
                rows.foreignKeys.add(new TableDefinition.ForeignKey(
                        name, columns, row.getString(5), row.getString(6), texts(row, 7), definition));
            case "c" -> rows.checks.add(new TableDefinition.Check(name, columns, definition, row.getString(9)));
            case "p" -> rows.keys.add(new TableDefinition.Key(name, columns, true, definition));
            default -> rows.keys.add(new TableDefinition.Key(name, columns, false, definition));
        }
    }

    private static TableDefinition.Index index(ResultSet row) throws SQLException {
        return new TableDefinition.Index(row.getString(2), texts(row, 3), row.getBoolean(4), row.getBoolean(5));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    @FunctionalInterface
    private interface Taker {
        void take(Rows rows, ResultSet row) throws SQLException;
    }

    private static final class Rows {
        private final String schema;
        private final String name;
        private final boolean partitioned;
        private final List<TableDefinition.Column> columns = new ArrayList<>();
        private final List<TableDefinition.Key> keys = new ArrayList<>();
        private final List<TableDefinition.ForeignKey> foreignKeys = new ArrayList<>();
        private final List<TableDefinition.Check> checks = new ArrayList<>();
        private final List<TableDefinition.Index> indexes = new ArrayList<>();

        Rows(String schema, String name, boolean partitioned) {
            this.schema = schema;
            this.name = name;
            this.partitioned = partitioned;
        }

        TableDefinition table() {
            return new TableDefinition(schema, name, partitioned, columns, keys, foreignKeys, checks, indexes);
        }
    }
}
