/// Sees what statements do to the tables that stood before them.
@NullMarked
package dev.slipway.runner.postgres.trace;

import org.jspecify.annotations.NullMarked;
