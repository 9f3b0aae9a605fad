package dev.slipway.backend.schema;

import dev.slipway.backend.database.Database;
import dev.slipway.gate.GateState;
import dev.slipway.gate.HistoryQuery;
import dev.slipway.gate.micronaut.GateStateReader;
import dev.slipway.model.SchemaRevision;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads the position over one connection that is kept for the next time, outside the pool, which may be used up.
@Singleton
final class KeptConnection implements GateStateReader {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    private final Database database;
    private final HistoryQuery query;
    private @Nullable Connection connection;

    KeptConnection(Database database) {
        this.database = database;
        this.query = HistoryQuery.expecting(SchemaRevision.REQUIRED).on("database " + database);
    }

    @Override
    public String database() {
        return "database " + database;
    }

    @Override
    public synchronized GateState read() {
        try {
            return query.ask(connection());
        } catch (SQLException e) {
            GateState state = query.explain(e);
            if (!state.answers()) {
                close();
            }
            return state;
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = database.connect();
            connection = open;
            open.setNetworkTimeout(Runnable::run, (int) ANSWER_TIMEOUT.toMillis());
        }
        return open;
    }

    @PreDestroy
    synchronized void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // it was broken already
            }
        }
    }
}
