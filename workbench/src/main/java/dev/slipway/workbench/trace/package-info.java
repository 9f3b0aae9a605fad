/// Sees what statements do to the tables that stood before them.
@NullMarked
package dev.slipway.workbench.trace;

import org.jspecify.annotations.NullMarked;
