package dev.slipway.runner.engine.plan;

import dev.slipway.runner.model.script.Statement;
import dev.slipway.runner.sql.PlainSql;
import java.util.regex.Pattern;

/// Which statements PostgreSQL refuses inside a transaction block.
///
/// From the pages of PostgreSQL's SQL reference that say "cannot be executed inside a transaction block". A procedure
/// that commits cannot be told from its call; such a script says `-- transaction: off`.
public final class TransactionRules {
    private static final int ENOUGH = 400;

    private static final Pattern NEVER_IN_TRANSACTION = Pattern.compile("""
        (CREATE( UNIQUE)?|DROP) INDEX CONCURRENTLY\\b.*\
        |REINDEX ?(\\([^)]*\\) ?)?(INDEX|TABLE|SCHEMA|DATABASE|SYSTEM) CONCURRENTLY\\b.*\
        |REINDEX ?\\(([^)]*\\b)?CONCURRENTLY\\b(?! (FALSE|OFF|0)\\b).*\
        |REINDEX ?(\\([^)]*\\) ?)?(SCHEMA|DATABASE|SYSTEM)\\b.*\
        |ALTER TABLE\\b.* DETACH PARTITION\\b.* CONCURRENTLY\
        |(CREATE|DROP) (DATABASE|TABLESPACE|SUBSCRIPTION)\\b.*\
        |ALTER DATABASE\\b.* SET TABLESPACE\\b.*\
        |ALTER SUBSCRIPTION\\b.* REFRESH PUBLICATION\\b.*\
        |ALTER SUBSCRIPTION\\b.* (SET|ADD|DROP) PUBLICATION\\b(?!.*\\bREFRESH ?= ?(FALSE|OFF|0)\\b).*\
        |ALTER SUBSCRIPTION\\b.* SET ?\\(.*\\b(FAILOVER|TWO_PHASE)\\b.*\
        |(COMMIT|ROLLBACK) PREPARED\\b.*\
        |CLUSTER( VERBOSE| ?\\([^)]*\\))?\
        |ALTER SYSTEM\\b.*|VACUUM\\b.*|DISCARD ALL\
        """);

    /// From the pages that say "can only be used in transaction blocks" and "has no effect outside of a transaction".
    private static final Pattern ONLY_IN_TRANSACTION = Pattern.compile("""
        SET (LOCAL|TRANSACTION|CONSTRAINTS)\\b.*\
        |(LOCK|SAVEPOINT|RELEASE)\\b.*\
        |DECLARE\\b(?!.*\\bWITH HOLD\\b).*\
        """);

    private TransactionRules() {}

    public static boolean runsAlone(Statement statement) {
        return NEVER_IN_TRANSACTION.matcher(normalized(statement)).matches();
    }

    /// Whether it is refused, or does nothing, outside of a transaction that the script began.
    public static boolean isOnlyForTransactions(Statement statement) {
        return ONLY_IN_TRANSACTION.matcher(normalized(statement)).matches();
    }

    static String normalized(Statement statement) {
        return PlainSql.of(statement.sql(), ENOUGH);
    }
}
