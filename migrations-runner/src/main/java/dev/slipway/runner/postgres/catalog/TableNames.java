package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.SqlResource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The tables that an application sees.
public final class TableNames {
    private static final String[] OF_TOOLS = {
        "flyway_schema_history",
        "flyway_schema_history_fingerprint",
        "flyway_schema_history_batch",
        AlembicVersions.TABLE
    };

    private TableNames() {}

    /// Their names as they can stand in SQL, without those that tools for migrations keep.
    public static List<String> visible(Session session) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement =
                session.connection().prepareStatement(SqlResource.read(TableNames.class, "table-names.sql"))) {
            statement.setArray(1, session.connection().createArrayOf("text", OF_TOOLS));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        return names;
    }
}
