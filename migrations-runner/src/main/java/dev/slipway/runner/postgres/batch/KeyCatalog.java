package dev.slipway.runner.postgres.batch;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.sql.DataChange;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Asks the catalog whether the rows of a table can be taken in the order of a key.
public final class KeyCatalog {
    private KeyCatalog() {}

    /// What the catalog says.
    public sealed interface Found {
        record Usable(List<KeyColumn> columns) implements Found {
            public Usable {
                columns = List.copyOf(columns);
            }
        }

        record Unusable(String why, String remedy) implements Found {}
    }

    public static Found find(Session session, DataChange change, List<String> key) throws SQLException {
        String sql = TextResource.read(KeyCatalog.class, "key.sql");
        try (PreparedStatement query = session.connection().prepareStatement(sql)) {
            query.setString(1, change.table());
            query.setArray(2, session.connection().createArrayOf("text", key.toArray()));
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? found(row, change, key)
                        : new Found.Unusable(
                                "there is no table %s".formatted(change.table()), "correct its name in the script");
            }
        }
    }

    private static Found found(ResultSet row, DataChange change, List<String> key) throws SQLException {
        String kind = row.getString(1);
        if (!kind.equals("r") && !kind.equals("p")) {
            return new Found.Unusable(
                    "%s is no table of this database".formatted(change.table()),
                    "name the table itself, or leave out -- batch:");
        }
        if (row.getBoolean(2) && change.only().isEmpty()) {
            return new Found.Unusable(
                    "other tables inherit from %s, and its key does not count in them".formatted(change.table()),
                    "write one script with ONLY for each of them");
        }
        List<KeyColumn> columns = new ArrayList<>();
        do {
            String name = row.getString(3);
            String type = row.getString(4);
            if (type == null) {
                return unusable("there is no column \"%s\" in %s".formatted(name, change.table()));
            }
            if (!row.getBoolean(5)) {
                return unusable("\"%s\" of %s may be null".formatted(name, change.table()));
            }
            if (!row.getBoolean(6)) {
                return unusable("%s has no valid unique index on exactly (%s)"
                        .formatted(change.table(), String.join(", ", key)));
            }
            columns.add(new KeyColumn(name, type));
        } while (row.next());
        return new Found.Usable(columns);
    }

    private static Found unusable(String why) {
        return new Found.Unusable(
                why, "name the columns of its primary key, or of another unique key without nulls, behind -- batch:");
    }
}
