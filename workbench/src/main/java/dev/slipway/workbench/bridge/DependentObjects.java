package dev.slipway.workbench.bridge;

import dev.slipway.runner.model.schema.Change;
import dev.slipway.runner.model.schema.ObjectKind;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.runner.postgres.scratch.ScratchDatabase;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.workbench.diff.CatalogDiff;
import java.util.List;

/// What else went with a column and has to come back: its indexes, constraints.
///
/// @param sql empty if there is nothing
record DependentObjects(String sql, boolean hasIndex) {
    static DependentObjects between(ScratchDatabase now, ScratchDatabase before, String historyTable) {
        SchemaScope scope = SchemaScope.without(historyTable);
        List<Change> changes = schema(now, scope).changesTo(schema(before, scope));
        if (changes.isEmpty()) {
            return new DependentObjects("", false);
        }
        String sql = DatabaseCall.query(
                "compare two schemas", () -> CatalogDiff.sql(now.session(), before.session(), scope));
        return new DependentObjects(
                "\n" + sql + "\n",
                changes.stream().anyMatch(change -> change.key().kind() == ObjectKind.INDEX));
    }

    private static Schema schema(ScratchDatabase database, SchemaScope scope) {
        return DatabaseCall.query("read the schema", () -> SchemaReader.read(database.session(), scope));
    }
}
