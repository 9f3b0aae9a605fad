/// Writes the scripts that lead from the revisions to what the entities ask for.
@NullMarked
package dev.slipway.workbench.autogenerate;

import org.jspecify.annotations.NullMarked;
