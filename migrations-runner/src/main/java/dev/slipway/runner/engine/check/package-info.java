/// Finds everything that is wrong with the scripts, and with a database that should match them.
@NullMarked
package dev.slipway.runner.engine.check;

import org.jspecify.annotations.NullMarked;
