package dev.slipway.runner.model;

import java.time.Duration;

/// Who holds the lock that this run wants.
///
/// @param application what the holder calls itself, for example `slipway upgrade`
/// @param address its network address, or `local`
/// @param seconds how long its session has existed
/// @param state as `pg_stat_activity` names it, or empty if it may not be seen
/// @param query what it runs or ran last, without literals
public record LockHolder(
        int pid, String application, String user, String address, long seconds, String state, String query) {
    @Override
    public String toString() {
        return "\"%s\" of user \"%s\" at %s, process %d, connected for %s"
                        .formatted(application, user, address, pid, Durations.text(Duration.ofSeconds(seconds)))
                + (state.isEmpty() ? "" : ", " + state)
                + Blocker.doing(state, query);
    }
}
