/// Writes the scripts that lead from the revisions to what the entities ask for.
@NullMarked
package dev.slipway.runner.engine.autogenerate;

import org.jspecify.annotations.NullMarked;
