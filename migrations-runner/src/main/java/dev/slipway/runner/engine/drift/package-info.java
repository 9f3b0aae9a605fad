/// Compares a database with the schema that was proved for where it is.
@NullMarked
package dev.slipway.runner.engine.drift;

import org.jspecify.annotations.NullMarked;
