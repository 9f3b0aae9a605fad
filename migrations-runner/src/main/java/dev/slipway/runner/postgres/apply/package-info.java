/// Runs the statements of scripts.
@NullMarked
package dev.slipway.runner.postgres.apply;

import org.jspecify.annotations.NullMarked;
