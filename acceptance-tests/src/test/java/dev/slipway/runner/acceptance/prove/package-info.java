/// `prove`.
@NullMarked
package dev.slipway.runner.acceptance.prove;

import org.jspecify.annotations.NullMarked;
