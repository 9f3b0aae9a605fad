package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.UnknownOption;
import dev.slipway.runner.postgres.connect.Session;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/// Reads all objects of a schema from the catalog, in the open transaction if there is one.
public final class SchemaReader {
    private SchemaReader() {}

    /// The schema as every session sees it: whatever its settings and its role are, and on whatever version of
    /// PostgreSQL.
    public static Schema read(Session session, SchemaScope scope) throws SQLException {
        CatalogReading reading = new CatalogReading(ScopeQueries.of(session.connection(), scope));
        return NeutralSettings.during(
                session.connection(),
                () -> Schema.of(reading.objects().values().stream()
                        .flatMap(Collection::stream)
                        .toList()));
    }

    /// What a server keeps in its catalog that is not read, since nothing is known of it.
    public static List<UnknownOption> unknownOptions(Session session, SchemaScope scope) throws SQLException {
        CatalogReading reading = new CatalogReading(ScopeQueries.of(session.connection(), scope));
        return NeutralSettings.during(session.connection(), reading::unknownOptions);
    }
}
