package dev.slipway.runner.engine.history;

import dev.slipway.runner.model.failure.SlipwayException;
import dev.slipway.runner.postgres.catalog.Relations;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.Collection;
import java.util.List;

/// What is in the schemas of a database that has no history: nobody knows which revision it is at.
public final class UnmanagedTables {
    private UnmanagedTables() {}

    /// The names of all tables, views and sequences.
    public static List<String> in(Session session, Collection<String> schemas) {
        return schemas.stream()
                .flatMap(schema ->
                        DatabaseCall.query("list the tables", () -> Relations.names(session, schema)).stream())
                .toList();
    }

    /// @throws SlipwayException with `DatabaseUnmanaged` if there is one
    public static void refuse(Session session, Collection<String> schemas) {
        List<String> relations = in(session, schemas);
        if (!relations.isEmpty()) {
            throw new SlipwayException(new DatabaseUnmanaged(session.database(), relations));
        }
    }
}
