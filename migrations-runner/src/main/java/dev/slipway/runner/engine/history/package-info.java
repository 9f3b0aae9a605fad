/// Compares the history with the scripts.
@NullMarked
package dev.slipway.runner.engine.history;

import org.jspecify.annotations.NullMarked;
