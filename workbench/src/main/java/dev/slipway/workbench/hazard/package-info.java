/// Finds hazards in what a trace saw.
@NullMarked
package dev.slipway.workbench.hazard;

import org.jspecify.annotations.NullMarked;
