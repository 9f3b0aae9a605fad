/// Reads what a service maps to tables.
@NullMarked
package dev.slipway.runner.engine.mapping;

import org.jspecify.annotations.NullMarked;
