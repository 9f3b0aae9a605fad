package dev.slipway.workbench.diff;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.Connection;
import org.pgcodekeeper.core.database.pg.jdbc.PgJdbcConnector;

/// Lends the connection of a session, however the session came by it.
final class LentConnector extends PgJdbcConnector {
    /// The library wants an address with a name in it, and never uses it.
    private static final String UNUSED = "jdbc:postgresql://localhost/session";

    private final Session session;
    private final KnownQueries queries;

    LentConnector(Session session, KnownQueries queries) {
        super(UNUSED);
        this.session = session;
        this.queries = queries;
    }

    @Override
    public Connection getConnection() {
        return LentConnection.of(session.connection(), queries);
    }
}
