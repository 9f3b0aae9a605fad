package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.SQLException;
import java.util.List;

/// Writes the SQL between two schemas, found by `java.util.ServiceLoader`; the production runner has none.
public interface SchemaDiff {
    /// The statements, each ending in `;`, that make the first schema like the second, for no other objects than those
    /// that differ so.
    ///
    /// Objects are qualified with their schema, and nothing is said of owners.
    ///
    /// @param from in no transaction, as the other
    List<String> statements(Session from, Session to, SchemaScope scope, List<SchemaDifference> only)
            throws SQLException;
}
