/// Columns that a database keeps equal: what the catalog says of them, and the SQL that does it.
@NullMarked
package dev.slipway.runner.postgres.bridge;

import org.jspecify.annotations.NullMarked;
