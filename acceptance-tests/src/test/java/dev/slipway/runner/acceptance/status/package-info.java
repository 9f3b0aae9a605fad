/// `current`, `history`, `heads`, `branches` and `show`.
@NullMarked
package dev.slipway.runner.acceptance.status;

import org.jspecify.annotations.NullMarked;
