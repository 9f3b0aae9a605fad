/// `downgrade`.
@NullMarked
package dev.slipway.runner.acceptance.downgrade;

import org.jspecify.annotations.NullMarked;
