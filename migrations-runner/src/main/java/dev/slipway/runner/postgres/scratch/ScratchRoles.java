package dev.slipway.runner.postgres.scratch;

import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/// Roles on a server that ends with the run; they belong to no database and would stay on any other.
public final class ScratchRoles {
    private static final String CREATE =
            "do $create$ begin if to_regrole(%s) is null then create role %s; end if; end $create$";

    private ScratchRoles() {}

    /// @param roles as they stand in SQL
    public static void create(Session session, Collection<String> roles) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            for (String role : roles) {
                statement.execute(CREATE.formatted(Quote.literal(role), role));
            }
        }
    }
}
