/// Lets a database keep two columns equal while services of two generations write them, and tells whether it does.
@NullMarked
package dev.slipway.runner.engine.bridge;

import org.jspecify.annotations.NullMarked;
