package dev.slipway.runner.postgres.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Creates a database that is a copy of another.
///
/// A server copies block by block through its log unless it is told to copy files. With `fsync` off, as on a server for
/// tests, to copy files takes a third of the time; with it on, the checkpoints that it needs can take longer.
public final class CreateDatabase {
    private static final String COPIES_FILES =
            "select current_setting('fsync') = 'off' and current_setting('server_version_num')::int >= 150000";

    private CreateDatabase() {}

    /// @param template the part of the statement that names the template
    public static void named(String name, String template, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            String strategy = copiesFiles(statement) ? " strategy file_copy" : "";
            statement.execute("create database %s template %s%s".formatted(Quote.identifier(name), template, strategy));
        }
    }

    private static boolean copiesFiles(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(COPIES_FILES)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
