package dev.slipway.runner.postgres.bridge;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.scratch.TrialRefused;
import dev.slipway.runner.postgres.sql.DatabaseCall;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// What is asked of a scratch database by trying, where names are searched for as in a trigger.
public final class BridgeTrial {
    private static final String TABLE = "slipway_trial";

    private BridgeTrial() {}

    /// The column that an expression over another gives.
    ///
    /// @param scope by what name the expression knows the table, as it can stand in SQL
    /// @throws TrialRefused if the server refuses the expression
    public static BridgeColumn column(Session session, String scope, BridgeColumn of, String expression)
            throws TrialRefused {
        String sql = "create temp table %s as select (%s) as tried from (select null::%s) as %s (%s) with no data"
                .formatted(TABLE, expression, of.type(), scope, of.sql());
        try {
            return EmptySearchPath.ask(session, () -> made(session, sql));
        } catch (SQLException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw DatabaseCall.refused("try an expression", e);
            }
            throw new TrialRefused(sql, e);
        }
    }

    private static BridgeColumn made(Session session, String sql) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            BridgeColumn made = BridgeTable.find(session, "pg_temp." + TABLE, List.of())
                    .orElseThrow()
                    .columns()
                    .getFirst();
            statement.execute("drop table pg_temp." + TABLE);
            return made;
        }
    }

    /// Whether an expression gives null for a null.
    public static boolean isNull(Session session, String scope, BridgeColumn of, String expression)
            throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery("select (%s) is null from (select null::%s) as %s (%s)"
                    .formatted(expression, of.type(), scope, of.sql()))) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /// A name as it can stand in SQL.
    public static String quoted(Session session, String name) throws SQLException {
        try (PreparedStatement query = session.connection().prepareStatement("select quote_ident(?)")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
