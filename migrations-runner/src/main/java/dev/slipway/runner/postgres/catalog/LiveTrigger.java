package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.SqlResource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A trigger as it is.
///
/// @param definition what follows `create trigger NAME`
/// @param function its name and types
/// @param functionMd5 of its source, every run of white space taken for one blank
public record LiveTrigger(String name, Firing firing, String definition, String function, String functionMd5) {
    /// When a trigger fires at all (`tgenabled` in PostgreSQL's `pg_trigger`).
    public enum Firing {
        ALWAYS,
        UNLESS_REPLICATING,
        ONLY_REPLICATING,
        NEVER;

        private static Firing of(String letter) {
            return switch (letter) {
                case "A" -> ALWAYS;
                case "R" -> ONLY_REPLICATING;
                case "D" -> NEVER;
                default -> UNLESS_REPLICATING;
            };
        }
    }

    public static List<LiveTrigger> of(Session session, LiveTable table) throws SQLException {
        List<LiveTrigger> triggers = new ArrayList<>();
        try (PreparedStatement statement =
                session.connection().prepareStatement(SqlResource.read(LiveTrigger.class, "live-triggers.sql"))) {
            statement.setLong(1, table.oid());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    triggers.add(new LiveTrigger(
                            row.getString(1),
                            Firing.of(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)));
                }
            }
        }
        return triggers;
    }
}
