package dev.slipway.gate.micronaut;

import dev.slipway.gate.GateState;

/// Asks the database how its schema stands to the service. A service that wants to ask in its own way has a bean of it.
public interface GateStateReader {
    /// Asks once. What goes wrong is a state as well.
    GateState read();

    /// How the database is called in messages.
    String database();
}
