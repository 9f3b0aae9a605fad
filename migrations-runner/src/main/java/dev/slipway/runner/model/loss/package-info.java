/// What a downgrade costs.
@NullMarked
package dev.slipway.runner.model.loss;

import org.jspecify.annotations.NullMarked;
