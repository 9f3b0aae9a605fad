package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.model.history.OwnTables;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The tables that an application sees.
public final class TableNames {
    private TableNames() {}

    /// Their names as they can stand in SQL, without those that tools for migrations keep.
    public static List<String> visible(Session session, String historyTable) throws SQLException {
        List<String> ofTools = new ArrayList<>(OwnTables.beside(historyTable));
        ofTools.add(AlembicVersions.TABLE);
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement =
                session.connection().prepareStatement(TextResource.read(TableNames.class, "table-names.sql"))) {
            statement.setArray(1, session.connection().createArrayOf("text", ofTools.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        return names;
    }
}
