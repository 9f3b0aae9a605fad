package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.impact.TableSize;
import dev.slipway.runner.model.impact.TableSizes;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// Asks how large and how busy tables are, with one query that waits for nobody.
public final class TableSizeQuery {
    private TableSizeQuery() {}

    /// @param home the schema whose tables the manifest has in `public`
    /// @param tables by name as the manifest has it
    public static TableSizes sizes(Session session, String home, Collection<String> tables) throws SQLException {
        String sql = TextResource.read(TableSizeQuery.class, "table-sizes.sql");
        Map<String, TableSize> sizes = new TreeMap<>();
        int replicas = 0;
        try (PreparedStatement query = session.connection().prepareStatement(sql)) {
            query.setArray(1, session.connection().createArrayOf("text", tables.toArray()));
            query.setString(2, home);
            query.setString(3, home);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sizes.put(
                            row.getString(1),
                            new TableSize(
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getInt(5),
                                    row.getDouble(6),
                                    row.getDouble(7)));
                    replicas = row.getInt(8);
                }
            }
        }
        return new TableSizes(sizes, replicas);
    }
}
