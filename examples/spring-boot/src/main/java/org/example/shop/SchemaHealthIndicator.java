package org.example.shop;

import dev.slipway.gate.GateState;
import dev.slipway.gate.SchemaGate;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Up as long as the schema is one that this service was built for.
@Component
public class SchemaHealthIndicator implements HealthIndicator {
    /// The version of the newest script when this service was built.
    private static final String REVISION = "2";

    private final SchemaGate gate;

    public SchemaHealthIndicator(DataSource database) {
        gate = SchemaGate.of(database, REVISION);
    }

    @Override
    public Health health() {
        GateState state = gate.read();
        return (state.isOpen() ? Health.up() : Health.outOfService())
                .withDetail("schema", state.summary())
                .build();
    }
}
