package dev.slipway.runner.model;

/// Who holds the lock that this run wants.
///
/// @param application what the holder calls itself, for example `slipway upgrade`
/// @param address its network address, or `local`
/// @param seconds how long its session has existed
public record LockHolder(int pid, String application, String user, String address, long seconds) {
    @Override
    public String toString() {
        return "\"%s\" of user \"%s\" at %s, process %d, connected for %s"
                .formatted(application, user, address, pid, Durations.text(java.time.Duration.ofSeconds(seconds)));
    }
}
