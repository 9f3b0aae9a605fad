/// Reads tables in the terms of entities, and makes those that entities ask for.
@NullMarked
package dev.slipway.runner.postgres.table;

import org.jspecify.annotations.NullMarked;
