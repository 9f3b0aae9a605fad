package dev.slipway.runner.postgres.apply;

import dev.slipway.runner.model.TextResource;
import dev.slipway.runner.postgres.connect.Schemas;
import dev.slipway.runner.postgres.connect.Session;
import dev.slipway.runner.postgres.sql.CatalogQueries;
import dev.slipway.runner.postgres.sql.Quote;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// Takes from a session what a script has left in it, so that the next one, and what Slipway itself asks, finds it as
/// if that had been run in another.
///
/// `discard all` would do the same and more: it gives the run lock away, and cannot run in a transaction.
public final class Leftovers {
    private Leftovers() {}

    /// The statements for all but plans, each ending in `;`, for a transaction or without one. Deferred constraints are
    /// checked first,
    /// while the settings of the script still hold.
    ///
    /// @param lockKey of the run lock, which is kept while all other advisory locks of the session are let go of
    static String take(Session session, long lockKey) {
        return "set constraints all immediate; " + settings(session) + objects() + locks(Long.toString(lockKey));
    }

    /// What was SET only. Unlike the rest, this may stand before a `set transaction` of the script.
    static String settings(Session session) {
        return "reset session authorization; %s; reset all; %s".formatted(session.setRole(), session.afterReset());
    }

    /// Takes all that scripts have left, and gives the session to another schema. What Slipway has prepared stays: to
    /// plan it takes longer than to run it.
    ///
    /// @return nothing if the connection is gone
    public static Optional<Session> handOver(Session session, Schemas schemas) {
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("reset session authorization; select pg_catalog.pg_advisory_unlock_all(); " + objects());
            for (String name : CatalogQueries.preparedByScripts(session.connection())) {
                statement.execute("deallocate " + Quote.identifier(name));
            }
        } catch (SQLException _) {
            session.close();
            return Optional.empty();
        }
        return session.in(schemas);
    }

    /// The statements that take everything but settings, roles, locks and plans.
    private static String objects() {
        return TextResource.read(Leftovers.class, "leftovers.sql");
    }

    /// The statements that take all objects and plans.
    public static String objectsAndPlans() {
        return objects() + TextResource.read(Leftovers.class, "plans.sql");
    }

    /// In a transaction nobody can take the run lock between the second and the third statement.
    public static String locks(String lockKey) {
        return TextResource.read(Leftovers.class, "locks.sql").replace("${key}", lockKey);
    }
}
