/// Tells where a database is, without changing anything.
@NullMarked
package dev.slipway.runner.engine.status;

import org.jspecify.annotations.NullMarked;
