/// Lends a server on which scripts can be tried.
@NullMarked
package dev.slipway.runner.engine.scratch;

import org.jspecify.annotations.NullMarked;
