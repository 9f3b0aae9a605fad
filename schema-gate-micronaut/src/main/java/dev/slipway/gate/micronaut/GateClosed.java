package dev.slipway.gate.micronaut;

import dev.slipway.gate.GateState;

/// Ends a request that came while the gate was closed. A service that answers in a form of its own replaces
/// [GateClosedHandler].
public final class GateClosed extends RuntimeException {
    private static final long serialVersionUID = 1;

    GateClosed(GateState state) {
        super(state.summary());
    }

    /// Why, for anybody.
    public String summary() {
        return String.valueOf(getMessage());
    }
}
