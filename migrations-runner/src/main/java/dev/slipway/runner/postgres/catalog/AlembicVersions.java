package dev.slipway.runner.postgres.catalog;

import dev.slipway.runner.postgres.connect.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table in which Alembic keeps where a database is: a row for each head.
///
/// Source: https://alembic.sqlalchemy.org/en/latest/branches.html
public final class AlembicVersions {
    /// Its name, unless `env.py` gives another.
    public static final String TABLE = "alembic_version";

    private AlembicVersions() {}

    /// @return the ids in the table of the current schema, or nothing if there is no such table
    public static Optional<List<String>> read(Session session) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            if (!exists(statement)) {
                return Optional.empty();
            }
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select version_num from alembic_version order by 1")) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return Optional.of(ids);
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select to_regclass(quote_ident(current_schema()) || '.alembic_version') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
