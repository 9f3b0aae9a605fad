package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// A function, procedure or aggregate.
///
/// @param name with its schema, as it can stand in SQL
/// @param signature the same with the types of its arguments
/// @param state another one once it is made again
public record Routine(String name, String signature, String state) {
    /// All but those of extensions and of the server.
    public static List<Routine> all(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery(TextResource.read(Routine.class, "routines.sql"))) {
            List<Routine> all = new ArrayList<>();
            while (row.next()) {
                all.add(new Routine(row.getString(1), row.getString(2), row.getString(3)));
            }
            return all;
        }
    }

    /// Whether only the arguments of the other are different.
    public boolean overloads(Routine other) {
        return name.equals(other.name) && !signature.equals(other.signature);
    }
}
