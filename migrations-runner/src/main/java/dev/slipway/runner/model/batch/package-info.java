/// What is known of large changes of data.
@NullMarked
package dev.slipway.runner.model.batch;

import org.jspecify.annotations.NullMarked;
