package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The values that the transaction which is open has added to enums, and cannot use itself.
final class NewEnumValues {
    private NewEnumValues() {}

    /// @param message the server's, which names the value that it refuses
    static boolean isOneNamed(Session session, String message) throws SQLException {
        String sql = TextResource.read(NewEnumValues.class, "new-enum-values.sql");
        try (PreparedStatement query = session.connection().prepareStatement(sql)) {
            query.setString(1, message);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
