/// Tests of what is told of large tables before they are locked.
@NullMarked
package dev.slipway.runner.acceptance.impact;

import org.jspecify.annotations.NullMarked;
