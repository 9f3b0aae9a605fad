package dev.slipway.runner.model;

import java.time.Duration;

/// Who keeps a session waiting for a lock. What the server does not let us see is empty.
///
/// @param pid of its backend, or 0 for a prepared transaction, which has none
/// @param application what it calls itself, for example `psql`; the name of a prepared transaction
/// @param state as `pg_stat_activity` names it: `active`, `idle in transaction`
/// @param seconds how long its transaction has been open
/// @param query what it runs or ran last, without literals
/// @param transaction its virtual transaction, by which `pg_locks` tells whether it still is there
public record Blocker(
        int pid,
        Kind kind,
        String user,
        String application,
        String state,
        long seconds,
        String query,
        String transaction) {
    /// What is known of it by its kind.
    public enum Kind {
        SESSION("process %d"),
        /// It waits for its client, and nothing can end its transaction but the client.
        IDLE_IN_TRANSACTION("process %d"),
        /// A `pg_dump`, which reads every table in one transaction.
        DUMP("a running pg_dump, process %d"),
        /// It does not give way, as other autovacuums do.
        WRAPAROUND_VACUUM("an autovacuum to prevent wraparound, process %d"),
        PREPARED_TRANSACTION("a prepared transaction"),
        /// Another role's, and ours may not see what it does.
        HIDDEN("process %d"),
        /// The same, but it tells by its name what it is.
        HIDDEN_DUMP("a running pg_dump, process %d"),
        /// One that no user has started. Any autovacuum but one to prevent wraparound gives way after a second.
        HIDDEN_WORKER("most likely an autovacuum to prevent wraparound, process %d");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words(int pid) {
            return words.formatted(pid);
        }

        boolean isOfServer() {
            return this == WRAPAROUND_VACUUM || this == HIDDEN_WORKER;
        }

        boolean isHidden() {
            return this == HIDDEN || this == HIDDEN_DUMP || this == HIDDEN_WORKER;
        }
    }

    @Override
    public String toString() {
        String who = kind.isOfServer()
                ? kind.words(pid)
                : "%s, \"%s\" of user \"%s\"".formatted(kind.words(pid), application, user);
        if (kind.isHidden()) {
            return who + ", what it does is shown only to members of pg_read_all_stats";
        }
        return who
                + (state.isEmpty() ? "" : ", " + state)
                + ", its transaction open for " + Durations.text(Duration.ofSeconds(seconds))
                + doing(state, query);
    }

    /// What a session runs or ran last, behind what else is said of it; or an empty text.
    static String doing(String state, String query) {
        return query.isEmpty() ? "" : ", %s: %s".formatted(state.equals("active") ? "running" : "last", query);
    }
}
