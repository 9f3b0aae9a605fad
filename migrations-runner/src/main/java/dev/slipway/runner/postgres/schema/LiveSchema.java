package dev.slipway.runner.postgres.schema;

import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.FingerprintTable;
import dev.slipway.runner.postgres.history.HistoryTable;
import java.sql.SQLException;

/// The schema of the database that a run is on, without what Slipway keeps there for itself.
public record LiveSchema(Session session, HistoryTable table) {
    public FingerprintTable fingerprints() {
        return new FingerprintTable(session, table);
    }

    public Schema read() throws SQLException {
        return SchemaReader.read(session, scope());
    }

    /// The same, ready to tell what each step of a run changes.
    public SchemaWatch watch() throws SQLException {
        return SchemaWatch.start(session, scope());
    }

    private SchemaScope scope() {
        return SchemaScope.without(table.table());
    }
}
