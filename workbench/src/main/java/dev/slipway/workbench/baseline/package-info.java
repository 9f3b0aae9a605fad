/// Writes the first script of a database that has none.
@NullMarked
package dev.slipway.workbench.baseline;

import org.jspecify.annotations.NullMarked;
