package dev.slipway.workbench.baseline;

import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.model.schema.SchemaDifference;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.runner.postgres.scratch.SqlTrials;
import dev.slipway.runner.postgres.scratch.TrialRefused;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import dev.slipway.workbench.diff.CatalogDiff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The SQL that makes the schema of a database in an empty one, and what became of it there.
///
/// @param refused what PostgreSQL says of it, or null if it runs
/// @param differences how what it made is not as in the database
record BaselineSql(
        List<String> statements, int objects, @Nullable String refused, List<SchemaDifference> differences) {
    BaselineSql {
        statements = List.copyOf(statements);
        differences = List.copyOf(differences);
    }

    /// @param scratch an empty database, in which it is tried
    static BaselineSql of(Session live, Session scratch, SchemaScope scope) {
        Schema wanted = schema(live, scope);
        List<SchemaDifference> all = SchemaDifference.between(wanted, schema(scratch, scope));
        List<String> statements = DatabaseCall.query(
                "write the SQL of the schema", () -> new CatalogDiff().statements(scratch, live, scope, all));
        String refused = null;
        try {
            SqlTrials.run(scratch, statements);
        } catch (TrialRefused e) {
            refused = "%s: %s"
                    .formatted(
                            e.sql().lines().findFirst().orElseThrow(), e.error().message());
        }
        return new BaselineSql(
                statements, wanted.objects().size(), refused, SchemaDifference.between(schema(scratch, scope), wanted));
    }

    private static Schema schema(Session session, SchemaScope scope) {
        return DatabaseCall.query("read the schema", () -> SchemaReader.read(session, scope));
    }

    /// The text of the script. What looks like a placeholder in it is none.
    String text() {
        String sql = String.join("\n\n", statements);
        return "%s-- The schema of a database as it was found, without rows, privileges and owners.\n\n%s\n"
                .formatted(sql.contains("${") ? "-- placeholders: off\n" : "", sql);
    }
}
