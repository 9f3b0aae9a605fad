/// Applies what is pending.
@NullMarked
package dev.slipway.runner.engine.upgrade;

import org.jspecify.annotations.NullMarked;
