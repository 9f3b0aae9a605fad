package dev.slipway.runner.postgres.lock;

import dev.slipway.runner.model.Blocker;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.ServerErrors;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Looks after sessions that were in the way of one that is idle now.
public record Blockers(Session session) {
    /// Whether none of their transactions is there any more. Who cannot tell says no.
    public boolean areGone(List<Blocker> blockers) {
        String sql = "select not exists (select from pg_catalog.pg_locks where virtualtransaction = any (?))";
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            Array transactions = session.connection()
                    .createArrayOf(
                            "text", blockers.stream().map(Blocker::transaction).toArray());
            statement.setArray(1, transactions);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            return false;
        }
    }

    /// Ends a session that is still idle in the same transaction; any other is left alone.
    ///
    /// @return why it could not be ended, or an empty text
    public String end(Blocker blocker) {
        String sql = """
            select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity
            where pid = ? and state like 'idle in transaction%'
              and exists (select from pg_catalog.pg_locks l where l.pid = ? and l.virtualtransaction = ?)
            """;
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setInt(1, blocker.pid());
            statement.setInt(2, blocker.pid());
            statement.setString(3, blocker.transaction());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? "" : "it went on by itself";
            }
        } catch (SQLException e) {
            return ServerErrors.of(e).isPrivilegeMissing()
                    ? "this user is neither its role nor a member of pg_signal_backend"
                    : String.valueOf(e.getMessage());
        }
    }
}
