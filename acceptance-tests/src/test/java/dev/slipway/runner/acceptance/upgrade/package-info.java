/// `upgrade`.
@NullMarked
package dev.slipway.runner.acceptance.upgrade;

import org.jspecify.annotations.NullMarked;
