package dev.slipway.runner.engine.hazard;

import dev.slipway.runner.model.hazard.Hazard;

/// A hazard in a statement.
record Sighting(Hazard hazard, String detail) {}
