/// Changes much data in batches, each in a transaction of its own.
@NullMarked
package dev.slipway.runner.engine.batch;

import org.jspecify.annotations.NullMarked;
