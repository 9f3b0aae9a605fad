/// Lets one runner work at a time.
@NullMarked
package dev.slipway.runner.engine.lock;

import org.jspecify.annotations.NullMarked;
