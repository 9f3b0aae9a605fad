package dev.slipway.runner.postgres.lock;

import dev.slipway.runner.model.Blocker;
import dev.slipway.runner.sql.WithoutLiterals;
import java.util.regex.Pattern;

/// Reads what `pg_stat_activity` tells of a session.
///
/// @param backend its `backend_type`
record SessionActivity(String user, String application, String state, String query, String backend) {
    private static final int LONGEST = 100;

    /// What who may not see it is shown in its place.
    private static final String HIDDEN = "<insufficient privilege>";

    /// `pg_dump` goes by the name that its user gave it, but works in its own way: `lockTableData` and
    /// `dumpTableData_copy` in `pg_dump.c`.
    private static final Pattern DUMP =
            Pattern.compile("(?s)(LOCK TABLE .* IN ACCESS SHARE MODE|COPY .* TO stdout;?|COPY .* TO STDOUT;?)\\s*");

    private static final String AUTOVACUUM = "autovacuum worker";
    private static final String WRAPAROUND = "(to prevent wraparound)";

    static String query(String query) {
        return query.equals(HIDDEN) ? "" : WithoutLiterals.of(query, LONGEST);
    }

    Blocker.Kind kind() {
        boolean dump = application.startsWith("pg_dump");
        if (query.equals(HIDDEN)) {
            return user.isEmpty() ? Blocker.Kind.HIDDEN_WORKER : dump ? Blocker.Kind.HIDDEN_DUMP : Blocker.Kind.HIDDEN;
        }
        if (backend.equals(AUTOVACUUM) && query.endsWith(WRAPAROUND)) {
            return Blocker.Kind.WRAPAROUND_VACUUM;
        }
        if (dump || DUMP.matcher(query).matches()) {
            return Blocker.Kind.DUMP;
        }
        return state.startsWith("idle in transaction") ? Blocker.Kind.IDLE_IN_TRANSACTION : Blocker.Kind.SESSION;
    }
}
