/// Every way in which a run can end other than well.
@NullMarked
package dev.slipway.runner.model.failure;

import org.jspecify.annotations.NullMarked;
