package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An object that a script can make again without any loss: a view, a function, a trigger and so on.
///
/// @param kind in words
/// @param identity what tells it from all others
/// @param name without its schema
/// @param state another one once it is replaced
public record Replaceable(String kind, String identity, String name, String state) {
    /// All there are, but those of extensions.
    public static List<Replaceable> all(Session session) throws SQLException {
        return read(session, null);
    }

    /// Those of these names.
    public static List<Replaceable> named(Session session, Collection<String> names) throws SQLException {
        return read(session, session.connection().createArrayOf("text", names.toArray()));
    }

    /// The query for them, in one line for each of its own.
    ///
    /// @param names those that count, as an expression of SQL, which is null for all
    public static String sql(String names) {
        return TextResource.read(Replaceable.class, "replaceable.sql").replace("?", names);
    }

    private static List<Replaceable> read(Session session, @Nullable Array names) throws SQLException {
        List<Replaceable> all = new ArrayList<>();
        try (PreparedStatement query = session.connection().prepareStatement(sql("?"))) {
            query.setArray(1, names);
            query.setArray(2, names);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    all.add(new Replaceable(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
                }
            }
        }
        return all;
    }
}
