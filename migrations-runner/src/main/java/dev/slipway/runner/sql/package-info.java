/// Reads SQL by the lexical rules of PostgreSQL, and scripts as `psql` does.
@NullMarked
package dev.slipway.runner.sql;

import org.jspecify.annotations.NullMarked;
