/// What can go wrong when a script meets traffic or data.
@NullMarked
package dev.slipway.runner.model.hazard;

import org.jspecify.annotations.NullMarked;
