/// Changes of data in batches, and the table that knows how far they came.
@NullMarked
package dev.slipway.runner.postgres.batch;

import org.jspecify.annotations.NullMarked;
