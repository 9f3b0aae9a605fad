/// Writes what a run would do as a script for `psql`.
@NullMarked
package dev.slipway.runner.engine.offline;

import org.jspecify.annotations.NullMarked;
