/// `verify-model`.
@NullMarked
package dev.slipway.runner.acceptance.verify;

import org.jspecify.annotations.NullMarked;
