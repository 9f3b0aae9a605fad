package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.FingerprintTable;
import dev.slipway.runner.postgres.history.HistoryTable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

/// The schema of the database that a run is on, without what Slipway keeps there for itself.
///
/// @param schemas the only ones that count, or none if all do
public record LiveSchema(Session session, HistoryTable table, Set<String> schemas) {
    public LiveSchema {
        schemas = Set.copyOf(schemas);
    }

    public LiveSchema(Session session, HistoryTable table) {
        this(session, table, Set.of());
    }

    /// The same, of the history's schema alone.
    public LiveSchema alone() {
        return new LiveSchema(session, table, Set.of(table.schema()));
    }

    public FingerprintTable fingerprints() {
        return new FingerprintTable(session, table, !schemas.isEmpty());
    }

    public Schema read() throws SQLException {
        return SchemaReader.read(session, scope());
    }

    /// The same, ready to tell what each step of a run changes.
    public SchemaWatch watch() throws SQLException {
        return SchemaWatch.start(session, scope());
    }

    /// The name of the schema in which scripts create what they do not qualify, as definitions have it.
    public String quotedSchema() throws SQLException {
        try (PreparedStatement statement = session.connection().prepareStatement("select quote_ident(?)")) {
            statement.setString(1, table.schema());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private SchemaScope scope() {
        return SchemaScope.without(table.table()).in(schemas);
    }
}
