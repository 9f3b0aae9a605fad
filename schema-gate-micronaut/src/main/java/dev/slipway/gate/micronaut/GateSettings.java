package dev.slipway.gate.micronaut;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Set;

/// What a service says of its gate, under `schema-gate` in its configuration.
///
/// @param revision the version of the newest script that the service was built with
/// @param waitTimeout how long the service waits for its schema before it refuses to start
/// @param open paths that are answered although the gate is closed
/// @param watch whether the gate asks at all; one that does not stays closed
@ConfigurationProperties("schema-gate")
public record GateSettings(
        String revision,
        @Bindable(defaultValue = "60s") Duration waitTimeout,

        @Bindable(defaultValue = "/health,/health/liveness,/health/readiness")
        Set<String> open,

        @Bindable(defaultValue = "true") boolean watch) {
    public GateSettings {
        open = Set.copyOf(open);
    }
}
