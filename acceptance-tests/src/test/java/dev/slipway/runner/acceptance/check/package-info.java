/// `check`.
@NullMarked
package dev.slipway.runner.acceptance.check;

import org.jspecify.annotations.NullMarked;
