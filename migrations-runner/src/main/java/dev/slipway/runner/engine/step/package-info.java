/// Runs the steps of a plan, up or down, each with its history row.
@NullMarked
package dev.slipway.runner.engine.step;

import org.jspecify.annotations.NullMarked;
