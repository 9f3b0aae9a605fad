/// Reads what a schema consists of.
@NullMarked
package dev.slipway.runner.postgres.schema;

import org.jspecify.annotations.NullMarked;
