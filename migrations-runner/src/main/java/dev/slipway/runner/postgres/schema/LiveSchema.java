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
        return SchemaReader.read(session, SchemaScope.without(table.table()));
    }
}
