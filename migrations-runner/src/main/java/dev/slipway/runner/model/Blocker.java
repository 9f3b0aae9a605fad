package dev.slipway.runner.model;

import java.time.Duration;

/// A session that keeps another waiting for a lock. What the server does not let us see is empty.
///
/// @param application what it calls itself, for example `psql`
/// @param state as `pg_stat_activity` names it: `active`, `idle in transaction`
/// @param seconds how long its transaction has been open
public record Blocker(int pid, String application, String user, String state, long seconds) {
    @Override
    public String toString() {
        return "process %d, \"%s\" of user \"%s\"%s"
                .formatted(
                        pid,
                        application,
                        user,
                        state.isEmpty()
                                ? ""
                                : ", %s, its transaction open for %s"
                                        .formatted(state, Durations.text(Duration.ofSeconds(seconds))));
    }
}
