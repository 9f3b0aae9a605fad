package dev.slipway.runner.engine.step;

import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.history.FingerprintTable;
import dev.slipway.runner.postgres.history.HistoryTable;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.schema.SchemaScope;
import java.sql.SQLException;

/// The schema of the database that a run is on, without what Slipway keeps there for itself.
record LiveSchema(Session session, HistoryTable table) {
    FingerprintTable fingerprints() {
        return new FingerprintTable(session, table);
    }

    Schema read() throws SQLException {
        return SchemaReader.read(session, SchemaScope.without(table.table()));
    }
}
