/// Finds hazards in what a trace saw.
@NullMarked
package dev.slipway.runner.engine.hazard;

import org.jspecify.annotations.NullMarked;
