/// Databases to try scripts in, which are always dropped again.
@NullMarked
package dev.slipway.runner.postgres.scratch;

import org.jspecify.annotations.NullMarked;
