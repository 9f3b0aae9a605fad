package dev.slipway.workbench.hazard;

import dev.slipway.runner.model.hazard.Hazard;

/// A hazard in a statement.
record HazardSighting(Hazard hazard, String detail) {}
