package dev.slipway.runner.model.event;

import dev.slipway.runner.model.Unavailability;
import java.time.Duration;

/// Something that happened during a run.
public sealed interface Event {
    /// The database could not be used at this attempt; the next follows after `pause`.
    record WaitingForDatabase(String database, Unavailability reason, Duration waited, Duration limit, Duration pause)
            implements Event {}

    /// The database can be migrated.
    record DatabaseReady(String database, String serverVersion, Duration waited) implements Event {}
}
