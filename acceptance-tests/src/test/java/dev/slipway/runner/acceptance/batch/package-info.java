/// `batch`, and scripts that run in batches.
@NullMarked
package dev.slipway.runner.acceptance.batch;

import org.jspecify.annotations.NullMarked;
