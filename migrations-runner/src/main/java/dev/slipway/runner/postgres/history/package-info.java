/// Reads and writes `flyway_schema_history` in the form Flyway gives it.
@NullMarked
package dev.slipway.runner.postgres.history;

import org.jspecify.annotations.NullMarked;
