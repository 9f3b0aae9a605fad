/// Tells what the scripts are and how they build on each other, without a database.
@NullMarked
package dev.slipway.runner.engine.inspect;

import org.jspecify.annotations.NullMarked;
