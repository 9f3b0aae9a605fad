package dev.slipway.runner.engine.adopt;

import dev.slipway.runner.engine.proof.OtherTools;
import dev.slipway.runner.engine.proof.ProvedHome;
import dev.slipway.runner.model.Version;
import dev.slipway.runner.model.schema.Schema;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.schema.SchemaReader;
import dev.slipway.runner.postgres.schema.SchemaScope;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a database without a history tells of itself.
///
/// @param alembic where Alembic left it, or null if Alembic has no say: it has no table there, or no script was made
/// from
///     a revision of Alembic
record LiveDatabase(Schema schema, @Nullable List<Version> alembic) {
    static LiveDatabase read(ProvedHome home, AdoptRequest request) {
        Session session = home.live().session();
        SchemaScope scope = new SchemaScope(
                request.historyTable(),
                request.ignoredSchemas(),
                OtherTools.tables(home.manifest(), home.schema()),
                false,
                home.live().schemas());
        return new LiveDatabase(
                DatabaseCall.query("read the schema", () -> SchemaReader.read(session, scope)),
                alembic(session, request.alembic()));
    }

    private static @Nullable List<Version> alembic(Session session, Map<String, Version> versions) {
        Optional<List<String>> ids = AlembicPosition.ids(session);
        return ids.isEmpty() || versions.isEmpty() ? null : AlembicPosition.versions(session, ids.get(), versions);
    }
}
