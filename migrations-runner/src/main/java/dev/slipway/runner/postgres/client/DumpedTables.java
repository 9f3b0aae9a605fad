package dev.slipway.runner.postgres.client;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The rows of the tables that a dump holds.
public final class DumpedTables {
    private DumpedTables() {}

    /// A table that holds rows of its own.
    ///
    /// @param name qualified, as it can stand in SQL
    /// @param readable whether the role may read all of its rows
    public record Table(String name, boolean readable) {}

    /// All tables and sequences that a dump reads, in the order of their names.
    public static List<Table> tables(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(TextResource.read(DumpedTables.class, "tables.sql"))) {
            List<Table> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(new Table(row.getString(1), row.getBoolean(2)));
            }
            return tables;
        }
    }

    /// How many rows it has.
    public static long count(Session session, String table) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("select pg_catalog.count(*) from only " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
