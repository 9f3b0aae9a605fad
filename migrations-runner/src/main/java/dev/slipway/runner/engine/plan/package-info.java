/// Decides what a run has to do, without a word to the database.
@NullMarked
package dev.slipway.runner.engine.plan;

import org.jspecify.annotations.NullMarked;
