/// `drift`.
@NullMarked
package dev.slipway.runner.acceptance.drift;

import org.jspecify.annotations.NullMarked;
