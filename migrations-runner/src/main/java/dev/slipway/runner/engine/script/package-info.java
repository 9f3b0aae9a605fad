/// Finds, names and reads scripts, and reports all their faults at once.
@NullMarked
package dev.slipway.runner.engine.script;

import org.jspecify.annotations.NullMarked;
